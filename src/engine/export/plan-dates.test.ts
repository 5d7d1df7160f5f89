import { expect, it } from 'vitest'
import { civilDateOf, dateOfNamedDay, readCivilDate } from './plan-dates.ts'

/** A Saturday. */
const from = readCivilDate('2026-11-21') ?? 0
const iso = (date: number | undefined) => (date === undefined ? undefined : new Date(date).toISOString().slice(0, 10))

it.each([
  ['Saturday', '2026-11-21'],
  ['Friday', '2026-11-27'],
  ['tue', '2026-11-24'],
  ['next Monday', '2026-11-23'],
  ['today', '2026-11-21'],
  ['Tomorrow', '2026-11-22'],
  ['19 July', '2027-07-19'],
  ['December 3rd', '2026-12-03'],
  ['Thursday, 3 December', '2026-12-03'],
  ['the 1st of January', '2027-01-01'],
  ['2026-02-28', '2026-02-28'],
  ['day two', undefined],
  ['31 February', undefined],
  ['May', undefined],
])('%s is %s', (name, date) => {
  expect(iso(dateOfNamedDay(name, from))).toBe(date)
})

it('takes no date that there is not', () => {
  expect(readCivilDate('2026-02-30')).toBeUndefined()
  expect(readCivilDate('tomorrow')).toBeUndefined()
})

it('is the day on this computer', () => {
  expect(iso(civilDateOf(new Date(2026, 10, 21, 23, 59).getTime()))).toBe('2026-11-21')
})
