import { checkFacts, type StatedFact, wellFormedFacts } from '../../planning/check-facts.ts'
import type { Diagnostic } from '../../planning/diagnostic.ts'
import type { Fact } from '../../planning/fact.ts'
import { numberAt, textAt } from '../arguments.ts'
import { nameKey } from '../names.ts'
import { count } from '../wording.ts'
import { tripFacts } from './facts.ts'
import { readTripFact } from './read-fact.ts'

type Complaint = Omit<Diagnostic, 'factIndices'>

const complaint = (what: Complaint, about: readonly StatedFact[] = []): Diagnostic =>
  about.length === 0 ? what : { ...what, factIndices: about.map((fact) => fact.index) }

const error = (code: string, message: string): Complaint => ({ severity: 'error', code, message })
const doubt = (code: string, message: string): Complaint => ({ severity: 'doubt', code, message })

const of = (facts: readonly StatedFact[], ...predicates: string[]) =>
  facts.filter((fact) => predicates.includes(fact.predicate))

function necessities(facts: readonly StatedFact[]): Diagnostic[] {
  const cities = new Set(of(facts, 'stay').map((fact) => nameKey(textAt(fact, 0))))
  if (cities.size === 0) return [complaint(error('missing-stay', 'nothing says which cities are visited for how long'))]
  if (cities.size === 1 || of(facts, 'flight', 'flight_oneway', 'all_connected').length > 0) return []
  return [complaint(doubt('missing-flight', 'nothing is said about flights; all cities are taken to be connected'))]
}

function different(facts: readonly StatedFact[], what: string): Diagnostic[] {
  const values = new Set(facts.map((fact) => nameKey(String(fact.args.at(-1) ?? ''))))
  return values.size > 1 ? [complaint(error('contradiction', what), facts)] : []
}

function contradictions(facts: readonly StatedFact[]): Diagnostic[] {
  const byCity = Map.groupBy(of(facts, 'stay'), (fact) => nameKey(textAt(fact, 0)))
  const [first] = of(facts, 'first_city')
  const [last] = of(facts, 'last_city')
  const circle =
    byCity.size > 1 &&
    first !== undefined &&
    last !== undefined &&
    nameKey(textAt(first, 0)) === nameKey(textAt(last, 0))
  return [
    ...[...byCity.values()].flatMap((stays) => {
      const [stay] = stays
      return stay === undefined ? [] : different(stays, `${textAt(stay, 0)} is visited for two different lengths`)
    }),
    ...different(of(facts, 'total_days'), 'the whole trip has two different lengths'),
    ...different(of(facts, 'first_city'), 'the trip begins in two cities'),
    ...different(of(facts, 'last_city'), 'the trip ends in two cities'),
    ...(circle ? [complaint(error('contradiction', 'the trip begins and ends in one city'), [first, last])] : []),
  ]
}

function strangers(facts: readonly StatedFact[]): Diagnostic[] {
  const stays = of(facts, 'stay')
  const cities = new Set(stays.map((fact) => nameKey(textAt(fact, 0))))
  const names = (fact: StatedFact) => (fact.predicate.startsWith('flight') ? [0, 1] : [0]).map((at) => textAt(fact, at))
  return of(facts, 'event', 'first_city', 'last_city', 'flight', 'flight_oneway').flatMap((fact) => {
    const severity = fact.predicate.startsWith('flight') ? 'warning' : 'error'
    return names(fact)
      .filter((name) => stays.length > 0 && !cities.has(nameKey(name)))
      .map((name) =>
        complaint({ severity, code: 'unknown-city', message: `nothing says how long ${name} is visited` }, [fact]),
      )
  })
}

/** Where ways are named, every city needs one, and none leads back to where it began. */
function ways(facts: readonly StatedFact[]): Diagnostic[] {
  const flights = of(facts, 'flight', 'flight_oneway')
  const ends = (fact: StatedFact) => [0, 1].map((at) => nameKey(textAt(fact, at)))
  const circles = flights
    .filter((fact) => new Set(ends(fact)).size === 1)
    .map((fact) => complaint(error('circle', `a flight from ${textAt(fact, 0)} to itself`), [fact]))
  const visited = new Map(of(facts, 'stay').map((fact) => [nameKey(textAt(fact, 0)), textAt(fact, 0)]))
  if (flights.length === 0 || visited.size < 2 || of(facts, 'all_connected').length > 0) return circles
  const connected = new Set(flights.flatMap(ends))
  const cutOff = [...visited].filter(([city]) => !connected.has(city))
  return [
    ...circles,
    ...cutOff.map(([, name]) => complaint(error('missing-flight', `no flight leads to or from ${name}`))),
  ]
}

function numbers(facts: readonly StatedFact[]): Diagnostic[] {
  const result: Diagnostic[] = []
  const stays = new Map(of(facts, 'stay').map((fact) => [nameKey(textAt(fact, 0)), numberAt(fact, 1)]))
  const total = [...stays.values()].reduce((sum, days) => sum + days - 1, 1)
  for (const fact of of(facts, 'total_days')) {
    if (stays.size === 0 || numberAt(fact, 0) === total) continue
    const message = `the stays add up to ${count(total, 'day')}, not to ${numberAt(fact, 0)}`
    result.push(complaint(doubt('total-days', message), [fact, ...of(facts, 'stay')]))
  }
  for (const fact of of(facts, 'event')) {
    const [from, to] = [numberAt(fact, 1), numberAt(fact, 2)]
    const days = stays.get(nameKey(textAt(fact, 0)))
    if (from > to) {
      result.push(complaint(error('empty-interval', `${readTripFact(fact)}: that is no time at all`), [fact]))
    } else if (days !== undefined && to - from + 1 > days) {
      const message = `${readTripFact(fact)}, which is longer than the stay there`
      result.push(complaint(doubt('event-too-long', message), [fact]))
    }
  }
  return result
}

/** Errors are worth a repair; none of them stops the rules from answering. */
export function lintTrip(facts: readonly Fact[]): Diagnostic[] {
  const stated = wellFormedFacts(tripFacts, facts)
  return [
    ...checkFacts(tripFacts, facts),
    ...necessities(stated),
    ...contradictions(stated),
    ...strangers(stated),
    ...ways(stated),
    ...numbers(stated),
  ]
}
