import type { Fact } from '../planning/fact.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** 24-hour clock as NATURAL PLAN's calendars write it: 540 → "9:00", 1440 → "24:00". */
export function clock24(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`
}

/** 12-hour clock as NATURAL PLAN's meetings write it: 540 → "9:00AM", 0 and 1440 → "12:00AM". */
export function clock12(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minutes % 60)}${hour < 12 ? 'AM' : 'PM'}`
}

/** "1 minute", "3 days". */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

/** 30 → "30 minutes", 90 → "1 hour 30 minutes". */
export function lengthOfTime(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return count(rest, 'minute')
  return rest === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${count(rest, 'minute')}`
}

/** "a", "a and b", "a, b and c". */
export function enumerate(items: readonly string[]): string {
  const last = items.at(-1)
  return last === undefined || items.length === 1 ? (last ?? '') : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** "from 9:00 to 10:00", with either end open; empty where both are. */
export function stretch(from: number | null, to: number | null): string {
  if (from === null) return to === null ? '' : `until ${clock24(to)}`
  return to === null ? `from ${clock24(from)} on` : `from ${clock24(from)} to ${clock24(to)}`
}

/** Joins the parts of a sentence that are there. */
export function sentence(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

/** A fact that can't be put into words, as it stands: `busy(Ana, , 540)`. */
export function rawFact(fact: Fact): string {
  return `${fact.predicate}(${fact.args.map((argument) => argument ?? '').join(', ')})`
}
