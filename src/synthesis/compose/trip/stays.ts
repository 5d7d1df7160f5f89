import type { SlotValue } from '../../problem-text.ts'
import type { TripCity } from './content.ts'
import { sayGroupedStays, sayStaysWithEvents } from './grouped-stays.ts'
import type { Telling } from './telling.ts'
import { totalSlots } from './total.ts'
import type { TripWriter } from './writer.ts'

/** Says in running text how long each city is visited; takes some events along, which it removes from `events`. */
export function sayStays(telling: Telling): void {
  const { writer, trip, events } = telling
  const { random } = writer
  const rest = [...trip.cities]
  if (telling.hasTotalToTell && rest.length > 1 && rest.length < 7 && random.chance(0.2)) {
    sayTotalWithStays(telling)
    return
  }
  takeEnds(telling, rest)
  if (random.chance(0.2)) writer.say('cities-intro', { cities: cityList(writer, rest) })
  const manner = random.pick(['one by one', 'one by one', 'mixed', 'mixed', 'listed', 'listed'])
  const isEqual = new Set(rest.map((one) => one.days)).size < rest.length
  if (rest.length >= 3 && rest.length < 9 && isEqual && random.chance(0.2)) {
    sayGroupedStays(writer, rest)
    return
  }
  const hasEvents = events.some((event) => rest.some((one) => one.name === event.city))
  if (rest.length >= 2 && rest.length < 7 && hasEvents && random.chance(0.18)) {
    sayStaysWithEvents(writer, rest, events)
    return
  }
  while (rest.length > 0) {
    const [city] = rest
    if (city === undefined) return
    const size = manner === 'listed' ? rest.length : random.integer(2, Math.min(6, Math.max(2, rest.length)))
    const equal = rest.filter((one) => one.days === city.days)
    const event = events.find((one) => one.city === city.name)
    if (event !== undefined && random.chance(0.35)) {
      events.splice(events.indexOf(event), 1)
      rest.shift()
      writer.say('stay-event', { ...stay(writer, city), ...writer.when(event), ...writer.occasion() })
    } else if (equal.length >= 2 && random.chance(0.4)) {
      const together = random.chance(0.5) || equal.length < 3 ? equal.slice(0, 2) : equal.slice(0, 4)
      for (const one of together) rest.splice(rest.indexOf(one), 1)
      sayEqual(writer, together)
    } else if (manner !== 'one by one' && rest.length >= 2 && (manner === 'listed' || random.chance(0.5))) {
      sayStayList(writer, rest.splice(0, size))
    } else {
      rest.shift()
      sayOneStay(writer, city)
    }
  }
}

/** "14 days: 5 in Oslo, ..." */
function sayTotalWithStays(telling: Telling): void {
  const { writer, trip } = telling
  telling.hasTotalToTell = false
  const template = writer.template(writer.random.pick(['item-days-in', 'item-city-for', 'item-city-short']))
  const isBare = writer.random.chance(0.4)
  const items = trip.cities.map((city) => ({ template, parts: isBare ? bareStay(writer, city) : stay(writer, city) }))
  writer.say('total-stays', { ...totalSlots(telling), stays: writer.list(items) })
}

/** The first or last city and its days in one sentence. */
function takeEnds(telling: Telling, rest: TripCity[]): void {
  const { writer, trip } = telling
  if (!telling.hasEndsToTell || !writer.random.chance(0.3)) return
  telling.hasEndsToTell = false
  for (const [group, name] of [
    ['first-stay', trip.first],
    ['last-stay', trip.last],
  ] as const) {
    const city = rest.find((one) => one.name === name)
    if (city === undefined) continue
    rest.splice(rest.indexOf(city), 1)
    writer.say(group, stay(writer, city))
  }
}

const bareStay = (writer: TripWriter, city: TripCity) => {
  const { city: name, days } = stay(writer, city)
  return { city: name, days: { ...days, text: days.forms?.['bare'] ?? '' } }
}

export const stay = (writer: TripWriter, city: TripCity): { city: SlotValue; days: SlotValue } => ({
  city: writer.city(city.name),
  days: writer.days(city.days),
})

function sayOneStay(writer: TripWriter, city: TripCity): void {
  if (writer.random.chance(0.12)) {
    const { city: at } = writer.say('city-mention', { city: writer.city(city.name) })
    if (at !== undefined) writer.say('stay-there', { city: { value: city.name, at }, days: writer.days(city.days) })
  } else writer.say('stay', stay(writer, city))
}

function sayEqual(writer: TripWriter, cities: readonly TripCity[]): void {
  const [first, second] = cities
  if (first === undefined || second === undefined) return
  if (cities.length === 2 && writer.random.chance(0.3)) {
    writer.say('stay-same', { ...stay(writer, first), other: writer.city(second.name) })
  } else writer.say('stay-each', { cities: cityList(writer, cities), days: writer.days(first.days) })
}

export function cityList(writer: TripWriter, cities: readonly { readonly name: string }[]) {
  return writer.list(cities.map(({ name }) => ({ template: '{city}', parts: { city: writer.city(name) } })))
}

/** Several stays in one sentence; the word "days" may stand once only. */
export function sayStayList(writer: TripWriter, all: readonly TripCity[]): void {
  const { random } = writer
  const last = all.at(-1)
  const equal = all.filter((city) => city.days === last?.days).slice(-3)
  const isMixed = equal.length >= 2 && all.length > equal.length && random.chance(0.4)
  const cities = isMixed ? all.filter((city) => !equal.includes(city)) : all
  const [group, itemGroup] = random.pick([
    ['stays-days-list', 'item-days-in'],
    ['stays-city-list', 'item-city-for'],
    ['stays-short-list', 'item-city-short'],
    ['stays-short-list', 'item-city-short'],
  ] as const)
  const template = writer.template(isMixed ? 'item-days-in' : itemGroup)
  const unit = random.pick(['all', 'all', 'first', 'none', 'last'])
  const items = cities.map((city, index) => {
    const isNamed = unit === 'all' || index === (unit === 'first' ? 0 : unit === 'last' ? cities.length - 1 : -1)
    const isFull = isNamed || (itemGroup === 'item-city-for' && !isMixed)
    return { template, parts: isFull ? stay(writer, city) : bareStay(writer, city) }
  })
  const stays = writer.list(items, isMixed ? { separator: ', ', lastSeparator: ', ' } : undefined)
  if (!isMixed) writer.say(group, { stays })
  else writer.say('stays-and-each', { stays, cities: cityList(writer, equal), days: writer.days(equal[0]?.days ?? 0) })
}

/** A line for each stay, all alike, or one line for all; bare numbers need a heading that says what they are. */
export function lineStays({ writer, trip, layout }: Telling, isBare: boolean): void {
  const write = writer.series('stay-line')
  const slots = isBare ? bareStay : stay
  const separator = writer.random.chance(0.15) ? writer.random.pick([', ', '; ', ' / ', ' · ']) : null
  trip.cities.forEach((city, index) => {
    if (separator === null || index === 0) writer.line(separator === null ? layout.bullet(index) : '')
    else writer.write(separator)
    write(slots(writer, city))
  })
}
