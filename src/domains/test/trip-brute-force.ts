import type { Fact } from '../../planning/fact.ts'
import type { Stay } from '../trip/plan.ts'

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield []
  for (const [index, item] of items.entries()) {
    for (const rest of permutations(items.toSpliced(index, 1))) yield [item, ...rest]
  }
}

function fits(facts: readonly Fact[], trip: readonly Stay[]): boolean {
  const flights = facts.filter(({ predicate }) => predicate.startsWith('flight'))
  const connected = flights.length === 0 || facts.some(({ predicate }) => predicate === 'all_connected')
  for (const [index, { city }] of trip.entries()) {
    const next = trip[index + 1]?.city
    if (next === undefined || connected) continue
    const there = ({ args: [a, b] }: Fact) => a === city && b === next
    const back = ({ predicate, args: [a, b] }: Fact) => predicate === 'flight' && a === next && b === city
    if (!flights.some((flight) => there(flight) || back(flight))) return false
  }
  return facts.every(({ predicate, args: [first, second, third] }) => {
    const stay = trip.find(({ city }) => city === first)
    if (predicate === 'total_days') return trip.at(-1)?.to === first
    if (predicate === 'first_city') return trip[0]?.city === first
    if (predicate === 'last_city') return trip.at(-1)?.city === first
    if (predicate !== 'event') return true
    return stay !== undefined && stay.from <= Number(second) && Number(third) <= stay.to
  })
}

/** Every trip that fits, trying the cities in the order of their stays. */
export function allTrips(facts: readonly Fact[]): Stay[][] {
  const cities = facts.filter(({ predicate }) => predicate === 'stay')
  const trips: Stay[][] = []
  for (const order of permutations(cities)) {
    let day = 1
    const trip = order.map(({ args: [city, days] }) => {
      const from = day
      day += Number(days) - 1
      return { city: String(city), from, to: day }
    })
    if (fits(facts, trip)) trips.push(trip)
  }
  return trips
}
