import { isWellFormed } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import type { Plan } from '../../planning/plan.ts'
import { textAt } from '../arguments.ts'
import { nameKey } from '../names.ts'
import { tripFacts } from './facts.ts'
import { tripStays } from './plan.ts'

/** Facts about the trip as a whole, about its cities, and about the flights that it takes. */
export function tripConcerns(plan: Plan, facts: readonly Fact[]): ReadonlySet<number> {
  const cities = (tripStays(plan) ?? []).map(({ city }) => nameKey(city))
  const taken = new Set(cities.slice(1).map((city, index) => `${cities[index]}\n${city}`))
  const isAbout = (fact: Fact): boolean => {
    if (cities.length === 0 || !isWellFormed(tripFacts, fact)) return false
    switch (fact.predicate) {
      case 'total_days':
      case 'all_connected':
        return true
      case 'flight':
      case 'flight_oneway': {
        const [from, to] = [nameKey(textAt(fact, 0)), nameKey(textAt(fact, 1))]
        return taken.has(`${from}\n${to}`) || (fact.predicate === 'flight' && taken.has(`${to}\n${from}`))
      }
      default:
        return cities.includes(nameKey(textAt(fact, 0)))
    }
  }
  return new Set([...facts.entries()].flatMap(([index, fact]) => (isAbout(fact) ? [index] : [])))
}
