import { PlanwrightError } from '../../base/planwright-error.ts'
import { type StatedFact, wellFormedFacts } from '../../planning/check-facts.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'
import { numberAt, textAt } from '../arguments.ts'
import { nameKey } from '../names.ts'
import { tripFacts } from './facts.ts'

/** Sets of cities are sets of bits in a 32-bit number. */
const mostCities = 30

interface City {
  readonly id: number
  readonly name: string
  readonly days: number
  /** The days on which it may be reached. */
  first: number
  last: number
}

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })
const of = (facts: readonly StatedFact[], ...predicates: string[]) =>
  facts.filter((each) => predicates.includes(each.predicate))

function citiesOf(facts: readonly StatedFact[], impossible: string[]): Map<string, City> {
  const cities = new Map<string, City>()
  for (const stay of of(facts, 'stay')) {
    const [name, days] = [textAt(stay, 0), numberAt(stay, 1)]
    const known = cities.get(nameKey(name))
    if (known !== undefined && known.days !== days) impossible.push(`two lengths for ${name}`)
    if (known !== undefined) continue
    cities.set(nameKey(name), { id: cities.size + 1, name, days, first: 1, last: Number.POSITIVE_INFINITY })
  }
  if (cities.size > mostCities) {
    const message = `a trip of ${cities.size} cities is beyond the rules, which know at most ${mostCities}`
    throw new PlanwrightError({ code: 'unsupported', message, wayOut: 'Split the trip.' })
  }
  return cities
}

/** Narrows each city's days of arrival by what is stated about it. */
function narrow(facts: readonly StatedFact[], cities: ReadonlyMap<string, City>, impossible: string[]): void {
  const all = [...cities.values()]
  const total = all.reduce((sum, city) => sum + city.days - 1, 1)
  for (const city of all) city.last = total - city.days + 1
  for (const each of of(facts, 'event', 'first_city', 'last_city')) {
    const city = cities.get(nameKey(textAt(each, 0)))
    if (city === undefined) {
      impossible.push(`${textAt(each, 0)} is none of the cities`)
      continue
    }
    if (each.predicate === 'first_city') city.last = Math.min(city.last, 1)
    if (each.predicate === 'last_city') city.first = Math.max(city.first, total - city.days + 1)
    if (each.predicate !== 'event') continue
    const [from, to] = [numberAt(each, 1), numberAt(each, 2)]
    if (from > to) continue
    city.first = Math.max(city.first, to - city.days + 1)
    city.last = Math.min(city.last, from)
  }
}

function hops(facts: readonly StatedFact[], cities: ReadonlyMap<string, City>): Fact[] {
  const flights = of(facts, 'flight', 'flight_oneway')
  // Where nothing is said about flights, nothing keeps one from flying.
  const everywhere = flights.length === 0 || of(facts, 'all_connected').length > 0
  const known = new Set<number>()
  const add = (from: City | undefined, to: City | undefined) => {
    if (from !== undefined && to !== undefined) known.add(from.id * 64 + to.id)
  }
  for (const flight of flights) {
    const [one, other] = [cities.get(nameKey(textAt(flight, 0))), cities.get(nameKey(textAt(flight, 1)))]
    add(one, other)
    if (flight.predicate === 'flight') add(other, one)
  }
  const named = (predicate: string) => new Set(of(facts, predicate).map((each) => cities.get(nameKey(textAt(each, 0)))))
  const [firsts, lasts] = [named('first_city'), named('last_city')]
  const all = [...cities.values()]
  return all.flatMap((from) =>
    all
      .filter((to) => from !== to && (everywhere || known.has(from.id * 64 + to.id)))
      // Days of arrival don't tell which of two cities is first where one of them is left on the day it is reached.
      .filter((to) => !firsts.has(to) && !lasts.has(from))
      .map((to) => fact('hop', from.id, to.id)),
  )
}

/** Throws `unsupported` for a trip of more than 30 cities. */
export function tripSolverFacts(facts: readonly Fact[]): Fact[] {
  const stated = wellFormedFacts(tripFacts, facts)
  const impossible: string[] = []
  const cities = citiesOf(stated, impossible)
  narrow(stated, cities, impossible)
  const all = [...cities.values()]
  const total = all.reduce((sum, city) => sum + city.days - 1, 1)
  const due = (day: number) => all.filter((city) => city.last < day).reduce((set, city) => set + 2 ** city.id, 0)
  return [
    ...all.map((city) => fact('city', city.id, city.name, city.days, city.first, city.last)),
    ...hops(stated, cities),
    ...Array.from({ length: total }, (_, index) => fact('due_before', index + 1, due(index + 1))),
    ...[...new Set(of(stated, 'total_days').map((each) => numberAt(each, 0)))].map((days) => fact('lasts', days)),
    ...impossible.map((what) => fact('impossible', what)),
  ]
}
