const dayMs = 86_400_000
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A date without a time, as milliseconds of its midnight in UTC, so that counting days is adding. */
export type CivilDate = number

/** "2026-11-21"; undefined for what is no date. */
export function readCivilDate(text: string): CivilDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(date) || new Date(date).toISOString().slice(0, 10) !== text ? undefined : date
}

/** The day on which something happened, where this computer stands. */
export function civilDateOf(time: number): CivilDate {
  const local = new Date(time)
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate())
}

export const addDays = (date: CivilDate, days: number): CivilDate => date + days * dayMs

/**
 * The date of a day as people name it, the first on or after `from`: "Tuesday", "Tue", "today", "19 July", "July 19th",
 * "2026-07-19". Undefined for any other.
 */
export function dateOfNamedDay(name: string, from: CivilDate): CivilDate | undefined {
  const words = name.trim().toLowerCase()
  if (words === 'today') return from
  if (words === 'tomorrow') return addDays(from, 1)
  const iso = readCivilDate(words)
  if (iso !== undefined) return iso
  return dateInMonth(words, from) ?? nextWeekday(words, from)
}

function nextWeekday(words: string, from: CivilDate): CivilDate | undefined {
  const name = /^(?:next |this )?(\p{L}{3,})\.?$/u.exec(words)?.[1]
  const index = name === undefined ? -1 : weekdays.findIndex((weekday) => weekday.startsWith(name))
  return index < 0 ? undefined : addDays(from, (index - new Date(from).getUTCDay() + 7) % 7)
}

function dateInMonth(words: string, from: CivilDate): CivilDate | undefined {
  const dayFirst = /(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (\p{L}{3,})/u.exec(words)
  const monthFirst = /(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?$/u.exec(words)
  const [day, name] = dayFirst === null ? [monthFirst?.[2], monthFirst?.[1]] : [dayFirst[1], dayFirst[2]]
  const month = months.indexOf((name ?? '').slice(0, 3))
  if (month < 0) return undefined
  for (const year of [0, 1].map((later) => new Date(from).getUTCFullYear() + later)) {
    const date = Date.UTC(year, month, Number(day))
    if (new Date(date).getUTCDate() === Number(day) && date >= from) return date
  }
  return undefined
}
