import { checkFacts, type StatedFact, wellFormedFacts } from '../../planning/check-facts.ts'
import type { Diagnostic } from '../../planning/diagnostic.ts'
import type { Fact } from '../../planning/fact.ts'
import { numberAt, numberOrNull, textAt, textOrNull } from '../arguments.ts'
import { nameKey, placeKey } from '../names.ts'
import { meetingFacts } from './facts.ts'
import { readMeetingFact } from './read-fact.ts'
import { travelTable } from './travel.ts'

const of = (facts: readonly StatedFact[], ...predicates: string[]) =>
  facts.filter((fact) => predicates.includes(fact.predicate))

function complaint(severity: Diagnostic['severity'], code: string, message: string) {
  return (...about: StatedFact[]): Diagnostic =>
    about.length === 0
      ? { severity, code, message }
      : { severity, code, message, factIndices: about.map((fact) => fact.index) }
}

function necessities(facts: readonly StatedFact[]): Diagnostic[] {
  const result: Diagnostic[] = []
  const people = of(facts, 'available')
  if (of(facts, 'start').length === 0) {
    result.push(complaint('error', 'missing-start', 'nothing says where and when the day begins')())
  }
  if (people.length === 0) {
    result.push(complaint('error', 'missing-available', 'nothing says who can be met where')())
  }
  const mins = of(facts, 'meet_min')
  const lengths = new Set(mins.map((fact) => nameKey(textOrNull(fact, 0) ?? '')))
  for (const [name, [fact]] of Map.groupBy(people, (each) => nameKey(textAt(each, 0)))) {
    if (fact === undefined || lengths.has('') || lengths.has(name)) continue
    const message = `nothing says how long a meeting with ${textAt(fact, 0)} takes; 15 minutes are assumed`
    result.push(complaint('error', 'missing-duration', message)(fact))
  }
  return result
}

/** Ways that lead nowhere: from a place to itself. */
function circles(facts: readonly StatedFact[]): Diagnostic[] {
  return of(facts, 'travel')
    .filter((fact) => placeKey(textAt(fact, 0)) === placeKey(textAt(fact, 1)))
    .map((fact) => complaint('error', 'circle', `a way from ${textAt(fact, 0)} to itself`)(fact))
}

/** One complaint for each place that can't be reached from the start; about the start itself, where that is all of them. */
function ways(facts: readonly StatedFact[]): Diagnostic[] {
  const table = travelTable(facts)
  const [start] = of(facts, 'start')
  const places = Map.groupBy(of(facts, 'available'), (fact) => placeKey(textAt(fact, 1)))
  const from = start === undefined ? [...places.keys()][0] : placeKey(textAt(start, 0))
  const elsewhere = [...places.keys()].filter((place) => place !== from)
  const isCutOff = (place: string) => from !== undefined && !Number.isFinite(table.minutes(from, place))
  const isStartLost = start !== undefined && elsewhere.length > 1 && elsewhere.every(isCutOff)
  return [...places].flatMap(([place, people]) => {
    const [fact] = people
    if (fact === undefined || !isCutOff(place)) return []
    const message = `nothing says how to get to ${textAt(fact, 1)}`
    return [complaint('error', 'missing-travel', message)(...(isStartLost ? [start] : people))]
  })
}

/** Facts about one thing that give it two different numbers. */
function contradictions(facts: readonly StatedFact[]): Diagnostic[] {
  const subject = (fact: StatedFact) => {
    const names = fact.args.slice(0, -1).map((name) => placeKey(String(name ?? '')))
    return fact.predicate === 'start' ? 'start' : [fact.predicate, ...names].join('\n')
  }
  const value = (fact: StatedFact) =>
    fact.predicate === 'start' ? fact.args.map(String).join(' ') : String(fact.args.at(-1))
  const single = facts.filter((fact) => fact.predicate !== 'available' && fact.predicate !== 'area')
  return [...Map.groupBy(single, subject).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || new Set(same.map((fact) => value(fact).toLowerCase())).size < 2) return []
    const message = `two different things are said: ${same.map(readMeetingFact).join('; ')}`
    return [complaint('error', 'contradiction', message)(...same)]
  })
}

function windows(facts: readonly StatedFact[]): Diagnostic[] {
  const mins = new Map(of(facts, 'meet_min').map((fact) => [nameKey(textOrNull(fact, 0) ?? ''), numberAt(fact, 1)]))
  return of(facts, 'available').flatMap((fact) => {
    const open = (numberOrNull(fact, 3) ?? 1440) - (numberOrNull(fact, 2) ?? 0)
    if (open <= 0) {
      return [complaint('error', 'empty-interval', `${readMeetingFact(fact)}: that is no time at all`)(fact)]
    }
    const length = mins.get(nameKey(textAt(fact, 0))) ?? mins.get('') ?? 0
    if (open >= length) return []
    return [complaint('warning', 'window-too-short', `${readMeetingFact(fact)}, too short for a meeting`)(fact)]
  })
}

function strangers(facts: readonly StatedFact[]): Diagnostic[] {
  const people = new Set(of(facts, 'available').map((fact) => nameKey(textAt(fact, 0))))
  const areas = new Set(of(facts, 'area').map((fact) => placeKey(textAt(fact, 1))))
  const unknownPeople = of(facts, 'meet_min').flatMap((fact) => {
    const name = textOrNull(fact, 0)
    if (name === null || people.size === 0 || people.has(nameKey(name))) return []
    return [complaint('error', 'unknown-person', `nothing says where ${name} can be met`)(fact)]
  })
  const unknownAreas = of(facts, 'travel_within', 'travel_across').flatMap((fact) =>
    fact.args
      .slice(0, -1)
      .filter((name) => name !== null && !areas.has(placeKey(String(name))))
      .map((name) => complaint('error', 'unknown-area', `nothing says which places lie in ${name}`)(fact)),
  )
  return [...unknownPeople, ...unknownAreas]
}

/** Errors are worth a repair; none of them stops the rules from answering. */
export function lintMeeting(facts: readonly Fact[]): Diagnostic[] {
  const stated = wellFormedFacts(meetingFacts, facts)
  return [
    ...checkFacts(meetingFacts, facts),
    ...necessities(stated),
    ...contradictions(stated),
    ...windows(stated),
    ...strangers(stated),
    ...circles(stated),
    ...ways(stated),
  ]
}
