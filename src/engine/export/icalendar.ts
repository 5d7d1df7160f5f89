import ical from 'ical-generator'
import { PlanwrightError } from '../../base/planwright-error.ts'
import type { AgendaEntry } from '../../planning/agenda.ts'
import { addDays, type CivilDate, dateOfNamedDay } from './plan-dates.ts'

export interface CalendarFile {
  readonly runId: string
  readonly title: string
  /** When the run was: milliseconds since the epoch. */
  readonly time: number
  readonly agenda: readonly AgendaEntry[]
  /** The date of day 1, and the first on which a named day can be. */
  readonly firstDate: CivilDate
  /** Whether a person gave that date: then it is the date of a day whose name says nothing. */
  readonly isGiven: boolean
}

/**
 * A plan as an iCalendar file (RFC 5545). Times are local wherever it is opened, since a problem names no time zone. Throws
 * `invalid-input` for a day of which the date can't be told.
 */
export function writeCalendarFile(file: CalendarFile): string {
  const calendar = ical({ name: file.title, prodId: '//Planwright//Planwright//EN' })
  file.agenda.forEach(({ place, title, when }, index) => {
    const isAllDay = when.kind === 'days'
    // The library writes the UTC fields of dates: these are the civil ones, and the file has no zone.
    const [start, end] = isAllDay
      ? [addDays(file.firstDate, when.first - 1), addDays(file.firstDate, when.last)]
      : [when.fromMin, when.toMin].map((minutes) => dateOfDay(file, when.day) + minutes * 60_000)
    calendar.createEvent({
      id: `${file.runId}-${index}@planwright`,
      stamp: new Date(file.time),
      start: new Date(start ?? 0),
      end: new Date(end ?? 0),
      ...(isAllDay ? { allDay: true } : { floating: true }),
      summary: title,
      ...(place === undefined ? {} : { location: place }),
    })
  })
  return `${calendar.toString().replaceAll(/\r?\n/g, '\r\n')}\r\n`
}

function dateOfDay({ firstDate, isGiven }: CalendarFile, day: string | number): CivilDate {
  if (typeof day === 'number') return addDays(firstDate, day - 1)
  const date = dateOfNamedDay(day, firstDate) ?? (isGiven ? firstDate : undefined)
  if (date !== undefined) return date
  throw new PlanwrightError({
    code: 'invalid-input',
    message: `Nobody can tell the date of "${day}".`,
    wayOut: 'Say it with --start-date YYYY-MM-DD.',
  })
}
