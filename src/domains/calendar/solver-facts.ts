import type { StatedFact } from '../../planning/check-facts.ts'
import { wellFormedFacts } from '../../planning/check-facts.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'
import { numberAt, numberOrNull, textAt, textOrNull } from '../arguments.ts'
import { nameKey, personKey } from '../names.ts'
import { daysBetween, inWeekOrder, week, weekPlace } from './days.ts'
import { calendarFacts } from './facts.ts'

const endOfDay = 1440
/** Work hours where a problem states none, and the length of a meeting where it states none. */
const defaultHours = { from: 540, to: 1020 }
const defaultLength = 30

interface Interval {
  readonly from: number
  readonly to: number
}

const of = (facts: readonly StatedFact[], ...predicates: string[]) =>
  facts.filter((fact) => predicates.includes(fact.predicate))

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })

/** Where a predicate that may be about one day has that day. */
const dayPosition: Readonly<Record<string, number>> = {
  busy: 1,
  busy_for: 1,
  free: 1,
  not_before: 1,
  not_after: 1,
}

/**
 * The days on offer in order. Where none is stated: the days that other facts speak of; where a fact only rules days
 * out, the working week; else one nameless day.
 */
export function daysOnOffer(facts: readonly StatedFact[]): string[] {
  const stated = of(facts, 'day', 'days')
  const wraps = stated.some((each) => {
    if (each.predicate !== 'days') return false
    return (weekPlace(textAt(each, 0)) ?? 0) > (weekPlace(textAt(each, 1)) ?? 0)
  })
  let days = stated.flatMap((each) =>
    each.predicate === 'day' ? [textAt(each, 0)] : daysBetween(textAt(each, 0), textAt(each, 1)),
  )
  if (days.length === 0) {
    days = facts.flatMap((each) => {
      const position = dayPosition[each.predicate]
      const day = position === undefined ? null : textOrNull(each, position)
      return day === null ? [] : [day]
    })
  }
  if (days.length === 0) days = of(facts, 'not_on').length > 0 ? week.slice(0, 5) : ['Today']
  const different = new Map(days.toReversed().map((day) => [nameKey(day), day]))
  return inWeekOrder([...different.values()].toReversed(), wraps)
}

function hours(facts: readonly StatedFact[]): Interval {
  const stated = of(facts, 'work_hours')
  if (stated.length > 0) {
    return {
      from: Math.max(...stated.map((each) => numberAt(each, 0))),
      to: Math.min(...stated.map((each) => numberAt(each, 1))),
    }
  }
  const windows = of(facts, 'free')
  return {
    from: Math.min(defaultHours.from, ...windows.map((each) => numberOrNull(each, 2) ?? defaultHours.from)),
    to: Math.max(defaultHours.to, ...windows.map((each) => numberOrNull(each, 3) ?? defaultHours.to)),
  }
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))

/** The smallest step that every stated grid divides; 1 where none is stated. */
function step(facts: readonly StatedFact[]): number {
  return of(facts, 'grid')
    .map((each) => numberAt(each, 0))
    .filter((each) => each > 0)
    .reduce((all, each) => (all * each) / greatestCommonDivisor(all, each), 1)
}

/** What lies outside all of the windows. */
function gaps(windows: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  let covered = 0
  for (const window of windows.toSorted((one, other) => one.from - other.from)) {
    if (window.from >= window.to) continue
    if (window.from > covered) result.push({ from: covered, to: window.from })
    covered = Math.max(covered, window.to)
  }
  if (covered < endOfDay) result.push({ from: covered, to: endOfDay })
  return result
}

function blockedBy(each: StatedFact): Interval | null {
  switch (each.predicate) {
    case 'busy':
      return { from: numberOrNull(each, 2) ?? 0, to: numberOrNull(each, 3) ?? endOfDay }
    case 'busy_for':
      return { from: numberAt(each, 2), to: numberAt(each, 2) + numberAt(each, 3) }
    case 'not_on':
      return { from: 0, to: endOfDay }
    case 'not_before':
      return { from: 0, to: numberAt(each, 2) }
    case 'not_after':
      return { from: numberAt(each, 2), to: endOfDay }
    default:
      return null
  }
}

function taken(facts: readonly StatedFact[], days: readonly string[]): Fact[] {
  const result: Fact[] = []
  const onDays = (day: string | null) => days.filter((each) => day === null || nameKey(each) === nameKey(day))
  for (const each of facts) {
    const interval = blockedBy(each)
    if (interval === null || interval.from >= interval.to) continue
    const whose = textOrNull(each, 0) ?? 'everyone'
    for (const day of onDays(textOrNull(each, 1))) result.push(fact('taken', day, interval.from, interval.to, whose))
  }
  const windows = Map.groupBy(of(facts, 'free'), (each) => personKey(textOrNull(each, 0)))
  for (const [person, theirs] of windows) {
    const whose = textOrNull(theirs[0] ?? { predicate: 'free', args: [] }, 0) ?? person
    for (const day of days) {
      const today = theirs.filter((each) => nameKey(textOrNull(each, 1) ?? day) === nameKey(day))
      const open = today.map((each) => ({ from: numberOrNull(each, 2) ?? 0, to: numberOrNull(each, 3) ?? endOfDay }))
      for (const gap of gaps(open)) result.push(fact('taken', day, gap.from, gap.to, whose))
    }
  }
  return result
}

export function calendarSolverFacts(facts: readonly Fact[]): Fact[] {
  const stated = wellFormedFacts(calendarFacts, facts)
  const days = daysOnOffer(stated)
  const { from, to } = hours(stated)
  const lengths = new Set(of(stated, 'duration').map((each) => numberAt(each, 0)))
  return [
    ...days.map((day, index) => fact('on_offer', index + 1, day)),
    fact('hours', from, to),
    ...(lengths.size === 0 ? [defaultLength] : [...lengths]).map((length) => fact('takes', length)),
    fact('step', step(stated)),
    ...taken(stated, days),
    ...of(stated, 'earliest')
      .slice(0, 1)
      .map(() => fact('prefer', 'earliest')),
    ...of(stated, 'latest')
      .slice(0, 1)
      .map(() => fact('prefer', 'latest')),
  ]
}
