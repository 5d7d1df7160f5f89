import { checkFacts, type StatedFact, wellFormedFacts } from '../../planning/check-facts.ts'
import type { Diagnostic } from '../../planning/diagnostic.ts'
import type { Fact } from '../../planning/fact.ts'
import { numberAt, numberOrNull, textAt, textOrNull } from '../arguments.ts'
import { nameKey, personKey } from '../names.ts'
import { daysBetween } from './days.ts'
import { calendarFacts } from './facts.ts'
import { readCalendarFact } from './read-fact.ts'

const indices = (facts: readonly StatedFact[]) => ({ factIndices: facts.map((fact) => fact.index) })

function necessities(facts: readonly StatedFact[]): Diagnostic[] {
  const has = (...predicates: string[]) => facts.some((fact) => predicates.includes(fact.predicate))
  const result: Diagnostic[] = []
  if (!has('duration')) {
    const message = 'nothing says how long the meeting takes; 30 minutes are assumed'
    result.push({ severity: 'error', code: 'missing-duration', message })
  }
  if (!has('day', 'days')) {
    const named = facts.some((fact) => fact.predicate !== 'not_on' && dayNamed(fact) !== null)
    const message = named ? 'no day is on offer; the days that are spoken of are taken' : 'nothing says on which day'
    result.push({ severity: named ? 'warning' : 'error', code: 'missing-day', message })
  }
  if (!has('work_hours', 'free')) {
    const message = 'nothing says between which hours; 9:00 to 17:00 are assumed'
    result.push({ severity: 'warning', code: 'missing-work-hours', message })
  }
  if (!has('participant')) {
    result.push({ severity: 'warning', code: 'missing-participant', message: 'nothing says who takes part' })
  }
  return result
}

function contradictions(facts: readonly StatedFact[]): Diagnostic[] {
  const of = (predicate: string) => facts.filter((fact) => fact.predicate === predicate)
  const result: Diagnostic[] = []
  const complain = (message: string, about: readonly StatedFact[]) =>
    result.push({ severity: 'error', code: 'contradiction', message, ...indices(about) })
  const lengths = of('duration')
  if (new Set(lengths.map((fact) => numberAt(fact, 0))).size > 1) {
    complain('the meeting has two different lengths', lengths)
  }
  const hours = of('work_hours')
  const opening = Math.max(...hours.map((fact) => numberAt(fact, 0)))
  if (hours.length > 1 && opening >= Math.min(...hours.map((fact) => numberAt(fact, 1)))) {
    complain('the work hours have no time in common', hours)
  }
  const wishes = [...of('earliest'), ...of('latest')]
  if (new Set(wishes.map((fact) => fact.predicate)).size > 1)
    complain('both the earliest and the latest are wanted', wishes)
  return result
}

function emptyStretches(facts: readonly StatedFact[]): Diagnostic[] {
  return facts.flatMap((fact) => {
    const empty =
      fact.predicate === 'work_hours'
        ? numberAt(fact, 0) >= numberAt(fact, 1)
        : (fact.predicate === 'busy' || fact.predicate === 'free') &&
          (numberOrNull(fact, 2) ?? 0) >= (numberOrNull(fact, 3) ?? 1440)
    const nothing = fact.predicate === 'duration' || fact.predicate === 'grid' ? numberAt(fact, 0) === 0 : false
    if (!empty && !nothing) return []
    const message = `${readCalendarFact(fact)}: that is no time at all`
    return [{ severity: 'error' as const, code: 'empty-interval', message, ...indices([fact]) }]
  })
}

const about = new Set(['busy', 'busy_for', 'free', 'not_on', 'not_before', 'not_after'])

function dayNamed(fact: StatedFact): string | null {
  return about.has(fact.predicate) ? textOrNull(fact, 1) : null
}

function strangers(facts: readonly StatedFact[]): Diagnostic[] {
  const participants = facts.filter((fact) => fact.predicate === 'participant')
  const people = new Set(participants.map((fact) => personKey(textAt(fact, 0))))
  const days = new Set(
    facts.flatMap((fact) => {
      if (fact.predicate === 'day') return [nameKey(textAt(fact, 0))]
      return fact.predicate === 'days' ? daysBetween(textAt(fact, 0), textAt(fact, 1)).map(nameKey) : []
    }),
  )
  return facts.flatMap((fact) => {
    if (!about.has(fact.predicate)) return []
    const result: Diagnostic[] = []
    const name = textOrNull(fact, 0)
    const key = personKey(name)
    if (people.size > 0 && key !== 'everyone' && key !== 'i' && !people.has(key)) {
      const message = `${name} is not among those who take part`
      result.push({ severity: 'doubt', code: 'unknown-person', message, ...indices([fact]) })
    }
    const day = dayNamed(fact)
    if (days.size > 0 && day !== null && !days.has(nameKey(day))) {
      result.push({ severity: 'warning', code: 'unknown-day', message: `${day} is not on offer`, ...indices([fact]) })
    }
    return result
  })
}

/** Errors are worth a repair; none of them stops the rules from answering. */
export function lintCalendar(facts: readonly Fact[]): Diagnostic[] {
  const stated = wellFormedFacts(calendarFacts, facts)
  return [
    ...checkFacts(calendarFacts, facts),
    ...necessities(stated),
    ...contradictions(stated),
    ...emptyStretches(stated),
    ...strangers(stated),
  ]
}
