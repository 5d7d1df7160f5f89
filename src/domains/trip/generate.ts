import type { RandomSource } from '../../base/random.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'
import type { Difficulty } from '../../planning/planning-domain.ts'
import { sampleCities } from '../sample-names.ts'
import type { Stay } from './plan.ts'

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })

/** A trip that the facts are made to fit. */
function aTrip(random: RandomSource, cities: number): Stay[] {
  let day = 1
  return random.sample(sampleCities, cities).map((city) => {
    const from = day
    day += random.integer(random.chance(0.15) ? 0 : 1, 6)
    return { city, from, to: day }
  })
}

function event(random: RandomSource, { city, from, to }: Stay): Fact {
  const kind = random.next()
  if (kind < 0.5) return fact('event', city, from, to)
  if (kind < 0.7) {
    const day = random.integer(from, to)
    return fact('event', city, day, day)
  }
  const start = random.integer(from, to)
  return fact('event', city, start, random.integer(start, to))
}

function flights(random: RandomSource, trip: readonly Stay[], density: number): Fact[] {
  const result: Fact[] = []
  const oneway = random.chance(0.4) ? 0.2 : 0
  for (const [index, { city: from }] of trip.entries()) {
    for (const [later, { city: to }] of trip.entries()) {
      if (later <= index || (later > index + 1 && !random.chance(density))) continue
      if (random.chance(oneway)) {
        // The flight that the trip takes keeps its direction.
        const there = later === index + 1 || random.chance(0.5)
        result.push(fact('flight_oneway', there ? from : to, there ? to : from))
      } else {
        result.push(random.chance(0.5) ? fact('flight', from, to) : fact('flight', to, from))
      }
    }
  }
  return random.shuffle(result)
}

/** One change that usually leaves no trip at all. */
function spoil(random: RandomSource, facts: readonly Fact[]): Fact[] {
  const kind = random.pick(['total_days', 'event', 'flight', 'flight_oneway', 'first_city', 'stay'])
  const targets = facts.flatMap(({ predicate }, index) => (predicate === kind ? [index] : []))
  if (targets.length === 0) return [...facts]
  const target = random.pick(targets)
  return facts.flatMap((each, index) => {
    if (index !== target) return [each]
    const [name, number, last] = each.args
    if (kind === 'total_days') return [fact(kind, Number(name) + random.pick([-1, 1, 2]))]
    if (kind === 'stay') return [fact(kind, name ?? null, Number(number) + 1)]
    if (kind !== 'event') return []
    const shift = random.integer(1, 3)
    return [fact(kind, name ?? null, Number(number) + shift, Number(last) + shift)]
  })
}

/** Two to ten cities; about one problem in four has something changed so that mostly no trip is left. */
export function generateTrip(random: RandomSource, difficulty: Difficulty): Fact[] {
  const cities = random.integer(2, 3 + Math.round(7 * difficulty))
  const trip = aTrip(random, cities)
  const [first, last] = [trip[0], trip.at(-1)]
  if (first === undefined || last === undefined) return []
  const events = random.sample(trip, random.integer(0, Math.ceil(cities / 2)))
  const facts = [
    ...(random.chance(0.85) ? [fact('total_days', last.to)] : []),
    ...random.shuffle(trip).map(({ city, from, to }) => fact('stay', city, to - from + 1)),
    ...events.map((stay) => event(random, stay)),
    ...(random.chance(0.2) ? [fact('first_city', first.city)] : []),
    ...(random.chance(0.2) ? [fact('last_city', last.city)] : []),
    ...(random.chance(0.08) ? [fact('all_connected')] : flights(random, trip, random.pick([0.15, 0.3, 0.5]))),
  ]
  return random.chance(0.25) ? spoil(random, facts) : facts
}
