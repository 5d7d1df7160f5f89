import { checkFacts, isWellFormed } from '../../planning/check-facts.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'
import type { Plan } from '../../planning/plan.ts'
import type { Verdict, Violation } from '../../planning/verdict.ts'
import { count } from '../wording.ts'
import { tripFacts } from './facts.ts'
import { type Stay, tripStays } from './plan.ts'
import { readTripFact } from './read-fact.ts'

const lower = (value: FactArgument | undefined) =>
  String(value ?? '')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .join(' ')
const sameCity = (stay: Stay | undefined, city: FactArgument | undefined) =>
  stay !== undefined && lower(stay.city) === lower(city)

/** Whether a fact that speaks about one city, or about the whole trip, is kept. */
function keeps(fact: Fact, stays: readonly Stay[]): boolean {
  const [first, second, third] = fact.args
  const stay = stays.find((candidate) => sameCity(candidate, first))
  switch (fact.predicate) {
    case 'total_days':
      return stays.at(-1)?.to === first
    case 'stay':
      return stay !== undefined && stay.to - stay.from + 1 === second
    case 'event':
      return Number(second) > Number(third)
        ? stay !== undefined
        : stays.some((each) => sameCity(each, first) && each.from <= Number(second) && each.to >= Number(third))
    case 'first_city':
      return sameCity(stays[0], first)
    case 'last_city':
      return sameCity(stays.at(-1), first)
    default:
      return true
  }
}

function isFlight(facts: readonly Fact[], from: string, to: string): boolean {
  let spoken = false
  for (const { predicate, args } of facts) {
    if (predicate === 'all_connected') return true
    if (predicate !== 'flight' && predicate !== 'flight_oneway') continue
    spoken = true
    const there = lower(args[0]) === lower(from) && lower(args[1]) === lower(to)
    const back = lower(args[0]) === lower(to) && lower(args[1]) === lower(from)
    if (there || (back && predicate === 'flight')) return true
  }
  // Where nothing is said about flights, none is ruled out.
  return !spoken
}

function orderViolations(stays: readonly Stay[]): Violation[] {
  const violations: Violation[] = []
  const seen = new Set<string>()
  for (const [index, { city, from, to }] of stays.entries()) {
    const before = stays[index - 1]
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) {
      violations.push({ constraint: 'days', words: `${city} can't be visited from day ${from} to day ${to}` })
    }
    if (before === undefined && from !== 1) {
      violations.push({ constraint: 'first-day', words: `the trip must begin on day 1, not on day ${from}` })
    }
    if (before !== undefined && from !== before.to) {
      const words = `${city} must be reached on day ${before.to}, when ${before.city} is left`
      violations.push({ constraint: 'flight-day', words })
    }
    if (seen.has(lower(city))) violations.push({ constraint: 'every-city-once', words: `${city} is visited twice` })
    seen.add(lower(city))
  }
  return violations
}

function placeViolations(facts: readonly Fact[], stays: readonly Stay[]): Violation[] {
  const cities = new Set(facts.filter(({ predicate }) => predicate === 'stay').map(({ args }) => lower(args[0])))
  return stays.flatMap(({ city }, index) => {
    const violations: Violation[] = []
    if (!cities.has(lower(city))) {
      violations.push({ constraint: 'unknown-city', words: `${city} is none of the cities to be visited` })
    }
    const next = stays[index + 1]
    if (next !== undefined && !isFlight(facts, city, next.city)) {
      violations.push({ constraint: 'flight', words: `there is no direct flight from ${city} to ${next.city}` })
    }
    return violations
  })
}

/**
 * Judges a trip against the stated facts. A fact of the wrong shape binds nothing, but leaves the verdict `unknown`
 * where nothing else is broken.
 */
export function validateTrip(facts: readonly Fact[], plan: Plan): Verdict {
  const stays = tripStays(plan)
  if (stays === null || stays.length === 0) {
    const words = 'a trip plan is stays in cities, linked by flights'
    return { status: 'invalid', violations: [{ constraint: 'plan-form', words }] }
  }
  const readable = facts.map((fact) => (isWellFormed(tripFacts, fact) ? fact : { predicate: '', args: [] }))
  const broken = readable.flatMap((fact, factIndex) => {
    if (keeps(fact, stays)) return []
    const found = fact.predicate === 'total_days' ? `, not ${count(stays.at(-1)?.to ?? 0, 'day')}` : ''
    return [{ constraint: fact.predicate, words: `${readTripFact(fact)}${found}`, factIndex }]
  })
  const violations = [...orderViolations(stays), ...broken, ...placeViolations(readable, stays)]
  if (violations.length > 0) return { status: 'invalid', violations }
  const [unreadable] = checkFacts(tripFacts, facts)
  if (unreadable !== undefined) return { status: 'unknown', why: unreadable.message }
  return { status: 'valid', metrics: { cities: stays.length, days: stays.at(-1)?.to ?? 0 } }
}
