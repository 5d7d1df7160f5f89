import type { TripEvent } from './content.ts'
import type { Layout } from './telling.ts'
import type { TripWriter } from './writer.ts'

export function sayEvents(writer: TripWriter, events: readonly TripEvent[]): void {
  const { random } = writer
  if (events.length >= 2 && random.chance(0.15)) return sayEventList(writer, events)
  for (const event of events) {
    const slots = { city: writer.city(event.city), ...writer.when(event), ...writer.occasion() }
    if (random.chance(0.12)) {
      const { city: at } = writer.say('event-mention', slots)
      if (at !== undefined) writer.say('event-mention-when', { ...slots, city: { value: event.city, at } })
    } else if (random.chance(0.1)) {
      const { city: at } = writer.say('city-mention', slots)
      if (at !== undefined) writer.say('event-there', { ...slots, city: { value: event.city, at } })
    } else if (event.from < event.to && random.chance(0.22)) writer.say('event-stretch', slots)
    else writer.say(random.chance(0.3) ? 'event-when-first' : 'event', slots)
  }
}

function sayEventList(writer: TripWriter, events: readonly TripEvent[]): void {
  const rangeTemplate = writer.template('item-event')
  const dayTemplate = writer.template('item-event-day')
  const items = events.map(({ city, from, to }) => {
    const named = { city: writer.city(city) }
    if (from === to) return { template: dayTemplate, parts: { ...named, day: writer.day(from), from: null, to: null } }
    return { template: rangeTemplate, parts: { ...named, from: writer.day(from), to: writer.day(to), day: null } }
  })
  writer.say('event-list', { events: writer.list(items) })
}

export function lineEvents(writer: TripWriter, events: readonly TripEvent[], { bullet }: Layout): void {
  const write = writer.series('event-line')
  events.forEach((event, index) => {
    writer.line(bullet(index))
    write({ city: writer.city(event.city), ...writer.when(event, true), ...writer.occasion(true) })
  })
}
