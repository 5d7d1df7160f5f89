import { readClock } from './clock-reader.ts'
import { resolveClockPair, usualWindow } from './resolve-clocks.ts'

const time = String.raw`(?:\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?)?|noon|midday|midnight)`
const hours = String.raw`\d{1,2}h(?:\d{2})?`
const dash = String.raw`\s*(?:[-–—]|\b(?:to|until|till|and)\b)\s*`
const windowPattern = new RegExp(`^\\s*(?:(${time})${dash}(${time})|(${hours})${dash}(${hours}))\\s*$`, 'i')

/**
 * How long a window lasts, in minutes, for "all of it" said of "10:15 to 11:45"; undefined where the words are no
 * window. "10-12" is one, "10-12 min" isn't.
 */
export function readWindowLength(text: string): number | undefined {
  const match = windowPattern.exec(text)
  if (match === null) return undefined
  const from = readClock(match[1] ?? match[3] ?? '')
  const to = readClock(match[2] ?? match[4] ?? '')
  if (from === undefined || to === undefined) return undefined
  const [start, end] = resolveClockPair(from, to, usualWindow)
  return end > start ? end - start : undefined
}
