import { readNumberWord, readWords } from './number-reader.ts'

/** A time of day as written. `open`: it may be in the morning or, twelve hours on, in the afternoon. */
export interface WrittenClock {
  /** Minutes after midnight; for an open time the reading in the first half of the day (12:xx is 720 + xx). */
  readonly minutes: number
  readonly half: 'am' | 'pm' | 'open' | 'fixed'
}

const halfMark = /^\s*(a|p)\.?\s?m\b\.?/i

/** The words after a time that say which half of the day it is ("9 to 10 am"), looked for right after it. */
export function readHalf(text: string): 'am' | 'pm' | undefined {
  const match = halfMark.exec(text)
  return match === null ? undefined : match[1]?.toLowerCase() === 'a' ? 'am' : 'pm'
}

/** Reads "9:30", "14.15", "9h30", "2 pm", "half past two", "a quarter to six", "noon", "1300"; undefined if none. */
export function readClock(text: string): WrittenClock | undefined {
  const lower = text.toLowerCase()
  if (/\b(?:noon|midday)\b/.test(lower)) return { minutes: 720, half: 'fixed' }
  if (/\bmidnight\b/.test(lower)) return { minutes: 1440, half: 'fixed' }
  return readDigits(lower) ?? readClockWords(lower)
}

function readDigits(lower: string): WrittenClock | undefined {
  const match = /(\d{1,4})(?:\s?[:.h]\s?(\d{2}))?(\s?h\b)?/.exec(lower)
  if (match === null) return undefined
  const relative = readRelative(lower.slice(0, match.index))
  const digits = match[1] ?? ''
  let hour = Number(digits)
  let minute = Number(match[2] ?? 0)
  if (digits.length >= 3 && match[2] === undefined) {
    hour = Math.floor(Number(digits) / 100)
    minute = Number(digits) % 100
  }
  if (hour > 24 || minute > 59) return undefined
  const mark = /(a|p)\.?\s?m\b/.exec(lower.slice(match.index))
  const half = mark === null ? undefined : mark[1] === 'a' ? 'am' : 'pm'
  const twentyFour = hour > 12 || hour === 0 || digits.startsWith('0') || digits.length >= 3 || match[0].includes('h')
  return toClock(hour, minute + relative, half ?? (twentyFour ? 'fixed' : dayPart(lower)))
}

function readClockWords(lower: string): WrittenClock | undefined {
  const words = readWords(lower)
  const past = words.findIndex((word) => word === 'past' || word === 'to' || word === 'after' || word === 'before')
  const head = past < 0 ? '' : lower.slice(0, lower.indexOf(words[past] ?? '') + (words[past] ?? '').length)
  const tail = past < 0 ? words : words.slice(past + 1)
  const british = tail[0] === 'half' ? 30 : 0
  const at = british > 0 ? 1 : 0
  const hour = readNumberWord(tail[at] ?? '')
  if (hour === undefined || hour < 1 || hour > 24 || !Number.isInteger(hour)) return undefined
  const next = readNumberWord(tail[at + 1] ?? '')
  const last = readNumberWord(tail[at + 2] ?? '')
  const minute =
    next !== undefined && next < 60 ? next + (next >= 20 && last !== undefined && last < 10 ? last : 0) : british
  return toClock(hour, minute + readRelative(head), hour > 12 ? 'fixed' : dayPart(lower))
}

/** "half past" → +30, "a quarter to" → −15, "ten to" → −10. */
function readRelative(head: string): number {
  const match = /(half|quarter|\w+)\s*(?:minutes?\s*)?(past|to|after|before)\s*$/.exec(head)
  if (match === null) return 0
  const size = match[1] === 'half' ? 30 : match[1] === 'quarter' ? 15 : (readNumberWord(match[1] ?? '') ?? 0)
  return match[2] === 'past' || match[2] === 'after' ? size : -size
}

const dayPart = (lower: string): 'am' | 'pm' | 'open' =>
  /\bmorning\b/.test(lower) ? 'am' : /\b(?:afternoon|evening|night)\b/.test(lower) ? 'pm' : 'open'

/** `offset` in minutes from the full hour: "a quarter to" is −15. */
function toClock(hour: number, offset: number, half: WrittenClock['half']): WrittenClock {
  let minutes = hour * 60 + offset
  if (half === 'am' && hour === 12) minutes -= 720
  if (half === 'pm' && hour < 12) minutes += 720
  return { minutes, half }
}
