import { nameKey } from '../names.ts'

export const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const places = new Map<string, number>(week.map((day, index) => [nameKey(day), index]))

/** 0 for Monday to 6 for Sunday; null for a day that is none of the week's ("the 3rd", "tomorrow"). */
export function weekPlace(day: string): number | null {
  return places.get(nameKey(day)) ?? null
}

/** Every day from first to last, over Sunday where last comes before first; just the two where either isn't a weekday. */
export function daysBetween(first: string, last: string): string[] {
  const from = weekPlace(first)
  const to = weekPlace(last)
  if (from === null || to === null) return nameKey(first) === nameKey(last) ? [first] : [first, last]
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, offset) => week[(from + offset) % 7] ?? first)
}

/** In the order of the week, unless a range runs over Sunday or a day is none of the week's: then as stated. */
export function inWeekOrder(days: readonly string[], wraps: boolean): string[] {
  if (wraps || days.some((day) => weekPlace(day) === null)) return [...days]
  return days.toSorted((one, other) => (weekPlace(one) ?? 0) - (weekPlace(other) ?? 0))
}
