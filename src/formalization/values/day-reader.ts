import { readNumber, readNumberWord, readWords } from './number-reader.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const abbreviation = /^(?:mo|mon|tu|tue|tues|we|wed|weds|th|thu|thur|thurs|fr|fri|sa|sat|su|sun)$/

/** A day's name: weekdays in full English ("tues." → "Tuesday"), anything else as written. */
export function readDay(text: string): string {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}]+$/u, '')
  const singular = word.replace(/s$/, '')
  const full = weekdays.find((day) => day.toLowerCase() === word || day.toLowerCase() === singular)
  if (full !== undefined) return full
  if (abbreviation.test(word))
    return weekdays.find((day) => day.toLowerCase().startsWith(word.slice(0, 2))) ?? text.trim()
  return text.trim()
}

/** Between a number and its unit: "a full week", "the 12th day". */
const carriedOver = new Set(['a', 'an', 'and', 'full', 'whole', 'st', 'nd', 'rd', 'th'])

/** A number of days: "5 days", "five", "a week", "two weeks", "5d", "a fortnight", "12th" (of as many); undefined where there is none. */
export function readDayCount(text: string): number | undefined {
  const words = readWords(text)
  let days = 0
  let pending: number | undefined
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const number = readNumber(words.slice(at))
    if (number !== undefined) {
      pending = number.value
      at += number.length
      continue
    }
    if (/^(?:weeks?|wks?|w)$/.test(word)) days += 7 * (pending ?? 1)
    else if (/^fortnights?$/.test(word)) days += 14 * (pending ?? 1)
    else if (/^(?:days?|d)$/.test(word)) days += pending ?? 1
    if (!carriedOver.has(word)) pending = undefined
    at += 1
  }
  days += pending ?? 0
  return Number.isInteger(days) && days > 0 && days <= 1000 ? days : undefined
}

/** The n-th day: "5", "5th", "day 5", "fifth", "twenty-first"; undefined where there is none. */
export function readDayNumber(text: string): number | undefined {
  const words = readWords(text)
  for (let at = 0; at < words.length; at++) {
    const number = readNumber(words.slice(at))
    if (number === undefined) continue
    const next = readNumberWord(words[at + number.length] ?? '')
    const value =
      number.value >= 20 && number.value % 10 === 0 && next !== undefined && next < 10
        ? number.value + next
        : number.value
    return Number.isInteger(value) && value > 0 && value <= 1000 ? value : undefined
  }
  return undefined
}
