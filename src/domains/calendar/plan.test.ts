import { expect, test } from 'vitest'
import { calendarDomain } from './domain.ts'
import { calendarPlan } from './plan.ts'

const plan = calendarPlan({ day: 'Monday', start: 540, end: 570 })

test('writes the benchmark answer to the letter', () => {
  expect(calendarDomain.describe(plan, [], 'benchmark')).toBe('Here is the proposed time: Monday, 9:00 - 9:30 ')
})

test('exports minutes', () => {
  expect(calendarDomain.exportPlan(plan)).toEqual({ day: 'Monday', start: 540, end: 570 })
})

test('an answer of another shape is refused', () => {
  expect(() => calendarDomain.readPlan({ Day: { type: 'number', value: 1 } })).toThrow('another shape')
})

test.each([
  ['Ana is busy on Monday from 9:00 to 10:00', 'busy', ['Ana', 'Monday', 540, 600]],
  ['everyone is busy every day until 10:00', 'busy', [null, null, null, 600]],
  ['I am busy on Friday all day', 'busy', ['I', 'Friday', null, null]],
  ['Bo is busy on Friday for 1 hour 30 minutes from 9:15', 'busy_for', ['Bo', 'Friday', 555, 90]],
  ['Bo is free on Friday from 12:00 on', 'free', ['Bo', 'Friday', 720, null]],
  ['Bo does not want to meet on Friday', 'not_on', ['Bo', 'Friday']],
  ['the meeting must not begin before 9:00 for Bo', 'not_before', ['Bo', null, 540]],
  ['the meeting on Friday must be over by 17:00', 'not_after', [null, 'Friday', 1020]],
  ['weather(sunny, , 3)', 'weather', ['sunny', null, 3]],
])('reads a fact aloud: %s', (words, predicate, args) => {
  expect(calendarDomain.readFact({ predicate, args })).toBe(words)
})
