import type { RandomSource } from '../../../base/random.ts'
import { numberWords, ordinal } from '../../number-words.ts'
import type { SlotValue } from '../../problem-text.ts'

/** How one writer puts numbers of days; a problem keeps to one. */
export type NumberStyle = 'digits' | 'words' | 'small words'

export interface LengthStyle {
  readonly numbers: NumberStyle
  /** Whether seven days may be a week. */
  readonly namesWeeks: boolean
}

const irregularOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** 21 → "twenty-first". */
export function ordinalWords(value: number): string {
  const words = numberWords(value)
  const at = words.lastIndexOf('-') + 1
  const last = words.slice(at)
  const regular = last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`
  return words.slice(0, at) + (irregularOrdinals[last] ?? regular)
}

/** "Small words": up to ten in letters, as many style guides want it. */
const inLetters = (value: number, style: NumberStyle) => style === 'words' || (style === 'small words' && value <= 10)

const number = (value: number, style: NumberStyle) => (inLetters(value, style) ? numberWords(value) : String(value))

/** A length in days, "5 days", with its other shapes: `{days:bare}` "5", `{days:adjective}` "5-day", `{days:ordinal}` "5th". */
export function daysSlot(days: number, { numbers: style, namesWeeks }: LengthStyle, random: RandomSource): SlotValue {
  const bare = number(days, style)
  const weeks = days / 7
  const asWeeks = namesWeeks && Number.isInteger(weeks) && random.chance(0.4)
  const text = asWeeks ? weeksText(weeks, style, random) : `${bare} ${days === 1 ? 'day' : 'days'}`
  const adjective = asWeeks ? `${number(weeks, style)}-week` : `${bare}${random.pick(['-', '-', '-', ' '])}day`
  return { value: days, text, forms: { bare, adjective, ordinal: ordinalText(days, style) } }
}

function weeksText(weeks: number, style: NumberStyle, random: RandomSource): string {
  if (weeks === 1) return random.pick(['a week', 'one week', 'a week', '1 week', 'a full week'])
  if (weeks === 2 && random.chance(0.3)) return 'a fortnight'
  return `${number(weeks, style)} weeks`
}

/** The n-th day: "5", with `{from:ordinal}` "5th" or "fifth". */
export function dayNumberSlot(day: number, style: NumberStyle): SlotValue {
  return { value: day, text: number(day, style), forms: { ordinal: ordinalText(day, style), digits: String(day) } }
}

const ordinalText = (day: number, style: NumberStyle) => (inLetters(day, style) ? ordinalWords(day) : ordinal(day))
