import type { Fact } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import { nameKey } from '../picture/names.ts'

/** Days of the trip, counted from 1, both included; `step` is its place among the plan's steps. */
export interface Stay {
  readonly city: string
  readonly from: number
  readonly to: number
  readonly step: number
}

export interface Flight {
  readonly from: string
  readonly to: string
  readonly isOneWay: boolean
}

/** A city where one must be on certain days. */
export interface TripEvent {
  readonly city: string
  readonly from: number
  readonly to: number
  readonly factIndex: number
}

/** What the facts say about flights: each that is stated, all there could be, or nothing. */
export type KnownFlights =
  | { readonly kind: 'listed'; readonly flights: readonly Flight[] }
  | { readonly kind: 'all' }
  | { readonly kind: 'unsaid' }

export interface TripFacts {
  readonly flights: KnownFlights
  readonly events: readonly TripEvent[]
  /** Every city that a fact names. */
  readonly cities: readonly string[]
}

export function staysOf(plan: Plan): Stay[] {
  return plan.steps.flatMap(({ action, args: { city, fromDay, toDay } }, step) =>
    action === 'stay' && typeof city === 'string' && typeof fromDay === 'number' && typeof toDay === 'number'
      ? [{ city, from: fromDay, to: toDay, step }]
      : [],
  )
}

export function readTripFacts(facts: readonly Fact[]): TripFacts {
  const flights: Flight[] = []
  const events: TripEvent[] = []
  const cities: string[] = []
  let isAll = false
  for (const [factIndex, { args, predicate }] of facts.entries()) {
    const [first, second, third] = args
    if (predicate === 'all_connected') isAll = true
    if (typeof first !== 'string') continue
    if (['stay', 'event', 'first_city', 'last_city'].includes(predicate)) cities.push(first)
    if (predicate === 'event' && typeof second === 'number' && typeof third === 'number' && second <= third) {
      events.push({ city: first, from: second, to: third, factIndex })
    }
    if ((predicate === 'flight' || predicate === 'flight_oneway') && typeof second === 'string') {
      flights.push({ from: first, to: second, isOneWay: predicate === 'flight_oneway' })
      cities.push(first, second)
    }
  }
  const known: KnownFlights = isAll
    ? { kind: 'all' }
    : flights.length === 0
      ? { kind: 'unsaid' }
      : { kind: 'listed', flights: joined(flights) }
  return { flights: known, events, cities: differentCities(cities) }
}

/** Each pair once; one way and back make both ways. */
function joined(flights: readonly Flight[]): Flight[] {
  const pairs = new Map<string, Flight>()
  for (const flight of flights) {
    const [from, to] = [nameKey(flight.from), nameKey(flight.to)]
    const back = pairs.get(`${to}\n${from}`)
    if (back !== undefined) {
      pairs.set(`${to}\n${from}`, { ...back, isOneWay: false })
      continue
    }
    const same = pairs.get(`${from}\n${to}`)
    pairs.set(`${from}\n${to}`, { ...flight, isOneWay: flight.isOneWay && (same?.isOneWay ?? true) })
  }
  return [...pairs.values()]
}

/** Each city once, as it was written first. */
export function differentCities(cities: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const city of cities) if (!seen.has(nameKey(city))) seen.set(nameKey(city), city)
  return [...seen.values()]
}

/** Whether a direct flight is stated, or where nothing is said none is ruled out. */
export function isStated(known: KnownFlights, from: string, to: string): boolean {
  if (known.kind !== 'listed') return true
  const [one, other] = [nameKey(from), nameKey(to)]
  return known.flights.some((flight) => {
    const [start, end] = [nameKey(flight.from), nameKey(flight.to)]
    return (start === one && end === other) || (!flight.isOneWay && start === other && end === one)
  })
}

/** Facts about one stay: how long it is, that it is first or last, and the flights to it and from it that are taken. */
export function factsOfStay(facts: readonly Fact[], city: string, neighbours: readonly string[]): number[] {
  const own = nameKey(city)
  const near = new Set(neighbours.map(nameKey))
  return facts.flatMap(({ args: [first, second], predicate }, factIndex) => {
    if (typeof first !== 'string') return []
    if (['stay', 'first_city', 'last_city'].includes(predicate)) return nameKey(first) === own ? [factIndex] : []
    if (!predicate.startsWith('flight') || typeof second !== 'string') return []
    const ends = [nameKey(first), nameKey(second)]
    return ends.includes(own) && ends.some((end) => near.has(end)) ? [factIndex] : []
  })
}
