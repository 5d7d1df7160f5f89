import { isWellFormed } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import { numberAt, textAt } from '../arguments.ts'
import { count, rawFact } from '../wording.ts'
import { tripFacts } from './facts.ts'

/** One stated fact as an English sentence without its full stop. */
export function readTripFact(fact: Fact): string {
  if (!isWellFormed(tripFacts, fact)) return rawFact(fact)
  switch (fact.predicate) {
    case 'total_days':
      return `the whole trip takes ${count(numberAt(fact, 0), 'day')}`
    case 'stay':
      return `${textAt(fact, 0)} is visited for ${count(numberAt(fact, 1), 'day')}`
    case 'event': {
      const [from, to] = [numberAt(fact, 1), numberAt(fact, 2)]
      return `one must be in ${textAt(fact, 0)} ${from === to ? `on day ${from}` : `from day ${from} to day ${to}`}`
    }
    case 'flight':
      return `there are direct flights between ${textAt(fact, 0)} and ${textAt(fact, 1)}`
    case 'flight_oneway':
      return `there is a direct flight from ${textAt(fact, 0)} to ${textAt(fact, 1)}`
    case 'all_connected':
      return 'every two cities have direct flights'
    case 'first_city':
      return `the trip begins in ${textAt(fact, 0)}`
    default:
      return `the trip ends in ${textAt(fact, 0)}`
  }
}
