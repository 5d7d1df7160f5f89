import type { Fact } from '../../../src/planning/fact.ts'
import { nameKey } from '../picture/names.ts'

const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const placeInWeek = (day: string) => week.findIndex((one) => nameKey(one) === nameKey(day))

/** The days on offer, in order; where none is, those that the facts speak of. */
export function offeredDays(facts: readonly Fact[]): string[] {
  const days: string[] = []
  let wraps = false
  for (const { args, predicate } of facts) {
    const [first, last] = args
    if (typeof first !== 'string') continue
    if (predicate === 'day') days.push(first)
    if (predicate !== 'days' || typeof last !== 'string') continue
    const [from, to] = [placeInWeek(first), placeInWeek(last)]
    if (from < 0 || to < 0) {
      days.push(first, last)
      continue
    }
    wraps ||= from > to
    days.push(...Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, offset) => week[(from + offset) % 7] ?? first))
  }
  if (days.length === 0) days.push(...daysSpokenOf(facts))
  return wraps ? unlike(days) : inWeekOrder(unlike(days))
}

/** In the order of the week, unless a day is none of the week's: then as they come. */
export function inWeekOrder(days: readonly string[]): string[] {
  if (days.some((day) => placeInWeek(day) < 0)) return [...days]
  return days.toSorted((one, other) => placeInWeek(one) - placeInWeek(other))
}

/** Each day once, as it was written first. */
export function unlike(days: readonly string[]): string[] {
  return days.filter((day, index) => days.findIndex((other) => nameKey(other) === nameKey(day)) === index)
}

const aboutADay = new Set(['busy', 'busy_for', 'free', 'not_before', 'not_after'])

function daysSpokenOf(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ args: [, day], predicate }) =>
    aboutADay.has(predicate) && typeof day === 'string' ? [day] : [],
  )
}
