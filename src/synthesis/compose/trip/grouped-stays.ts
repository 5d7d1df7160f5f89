import type { SlotValue } from '../../problem-text.ts'
import type { TripCity, TripEvent } from './content.ts'
import type { TripWriter } from './writer.ts'

type Parts = Record<string, SlotValue | null>

/** "6 days each in Oslo and Bergen, Turku 5": cities of equal stays share their number. */
export function sayGroupedStays(writer: TripWriter, cities: readonly TripCity[]): void {
  const { random } = writer
  const days = daysOf(writer)
  const single = writer.template('item-city-short')
  const [two, three] = [writer.template('item-two-each'), writer.template('item-three-each')]
  const groups = [...Map.groupBy(cities, (city) => city.days).values()].flatMap(inThrees)
  const items = groups.map((group) => {
    const [city = '', other, third] = group.map(({ name }) => name)
    const parts: Parts = {
      city: writer.city(city),
      other: other === undefined ? null : writer.city(other),
      third: third === undefined ? null : writer.city(third),
      days: days(group[0]?.days ?? 0),
    }
    return { template: third !== undefined ? three : other !== undefined ? two : single, parts }
  })
  const [separator, lastSeparator] = random.pick([
    [', ', ', '],
    ['; ', '; '],
    ['; ', ' and '],
    [', ', ', and '],
  ] as const)
  writer.say('stays-mixed', { stays: writer.list(items, { separator, lastSeparator }) })
}

function inThrees(group: readonly TripCity[]): TripCity[][] {
  const parts: TripCity[][] = []
  for (let at = 0; at < group.length; at += 3) parts.push(group.slice(at, at + 3))
  return parts
}

/** Stays in one list, some with what happens there in brackets; takes those events out of `events`. */
export function sayStaysWithEvents(writer: TripWriter, cities: readonly TripCity[], events: TripEvent[]): void {
  const days = daysOf(writer)
  const template = writer.template('item-city-short')
  const [range, single] = [writer.template('aside-range'), writer.template('aside-day')]
  const items = cities.map((city) => {
    const event = events.find((one) => one.city === city.name)
    const parts: Parts = { city: writer.city(city.name), days: days(city.days), from: null, to: null, day: null }
    if (event === undefined) return { template, parts }
    events.splice(events.indexOf(event), 1)
    const what = { 'what-short': { value: null, text: writer.words('what-short') } }
    if (event.from === event.to)
      return { template: template + single, parts: { ...parts, ...what, day: writer.day(event.from) } }
    const ends = { from: writer.day(event.from), to: writer.day(event.to) }
    return { template: template + range, parts: { ...parts, ...what, ...ends } }
  })
  writer.say('stays-with-events', { stays: writer.list(items) })
}

/** "5 days" throughout, or the bare number after the first. */
function daysOf(writer: TripWriter): (days: number) => SlotValue {
  const isBare = writer.random.chance(0.5)
  let isFirst = true
  return (count) => {
    const slot = writer.days(count)
    const isNamed = !isBare || isFirst
    isFirst = false
    return isNamed ? slot : { ...slot, text: slot.forms?.['bare'] ?? '' }
  }
}
