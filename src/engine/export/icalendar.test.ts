import ical from 'node-ical'
import { describe, expect, it } from 'vitest'
import { type CalendarFile, writeCalendarFile } from './icalendar.ts'
import { readCivilDate } from './plan-dates.ts'

const saturday = readCivilDate('2026-11-21') ?? 0
const file = (agenda: CalendarFile['agenda'], isGiven = false): CalendarFile => ({
  runId: 'run-1',
  title: 'A plan',
  time: Date.UTC(2026, 10, 21, 16),
  agenda,
  firstDate: saturday,
  isGiven,
})
const hours = (day: string | number) => ({ kind: 'hours' as const, day, fromMin: 720, toMin: 765 })

describe('a plan as a calendar file', () => {
  it('has hours that are local wherever it is opened', () => {
    const text = writeCalendarFile(
      file([{ title: 'Meeting: Ana, Ben; and Cleo', place: 'Library', when: hours('Monday') }]),
    )

    expect(text).toContain('\r\nDTSTART:20261123T120000\r\nDTEND:20261123T124500\r\n')
    expect(Object.values(ical.parseICS(text)).filter((one) => one?.type === 'VEVENT')).toMatchObject([
      {
        uid: 'run-1-0@planwright',
        summary: 'Meeting: Ana, Ben; and Cleo',
        location: 'Library',
        start: new Date(2026, 10, 23, 12, 0),
        end: new Date(2026, 10, 23, 12, 45),
      },
    ])
  })

  it('has whole days, of which the last one counts', () => {
    const text = writeCalendarFile(file([{ title: 'Porto', when: { kind: 'days', first: 2, last: 4 } }]))

    expect(text).toContain('DTSTART;VALUE=DATE:20261122\r\nDTEND;VALUE=DATE:20261125\r\n')
    const [event] = Object.values(ical.parseICS(text)).filter((one) => one?.type === 'VEVENT')
    expect(event).toMatchObject({ summary: 'Porto', datetype: 'date' })
  })

  it('counts numbered days from the first', () => {
    expect(writeCalendarFile(file([{ title: 'Meet Ana', when: hours(1) }]))).toContain('DTSTART:20261121T120000')
  })

  it('asks for the date of a day that has none, and takes the one given', () => {
    const agenda = [{ title: 'Meeting', when: hours('the big day') }]

    expect(() => writeCalendarFile(file(agenda))).toThrow('Nobody can tell the date of "the big day".')
    expect(writeCalendarFile(file(agenda, true))).toContain('DTSTART:20261121T120000')
  })
})
