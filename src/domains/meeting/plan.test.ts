import { expect, test } from 'vitest'
import { meetingDomain } from './domain.ts'
import { meetingPlan } from './plan.ts'

const plan = meetingPlan([
  { action: 'start', place: 'Pier Two', timeMin: 540 },
  { action: 'travel', to: 'Mill Lane', lengthMin: 7, arriveMin: 547 },
  { action: 'wait', untilMin: 660 },
  { action: 'meet', person: 'Bo', startMin: 660, endMin: 735 },
])

test('writes the benchmark answer to the letter', () => {
  expect(meetingDomain.describe(plan, [], 'benchmark')).toBe(
    'SOLUTION: You start at Pier Two at 9:00AM. You travel to Mill Lane in 7 minutes and arrive at 9:07AM. ' +
      'You wait until 11:00AM. You meet Bo for 75 minutes from 11:00AM to 12:15PM.',
  )
})

test('exports who is met when', () => {
  expect(meetingDomain.exportPlan(plan)).toEqual([{ person: 'Bo', start: 660, end: 735 }])
})

test('an answer of another shape is refused', () => {
  expect(() => meetingDomain.readPlan({ Place: { type: 'number', value: 1 } })).toThrow('another shape')
})

test.each([
  ['the day begins at Pier Two at 9:00', 'start', ['Pier Two', 540]],
  ['Ana can be met at Pier Two from 10:00 to 12:00', 'available', ['Ana', 'Pier Two', 600, 720]],
  ['Ana can be met at Pier Two all day', 'available', ['Ana', 'Pier Two', null, null]],
  ['a meeting with Ana takes at least 45 minutes', 'meet_min', ['Ana', 45]],
  ['every meeting takes at least 1 hour', 'meet_min', [null, 60]],
  ['the way from Pier Two to Mill Lane takes 7 minutes', 'travel', ['Pier Two', 'Mill Lane', 7]],
  ['any other way takes 7 minutes', 'travel_default', [7]],
  ['any other way from or to Pier Two takes 7 minutes', 'travel_at', ['Pier Two', 7]],
  ['Pier Two lies in Riverside', 'area', ['Pier Two', 'Riverside']],
  ['any way within one area takes 7 minutes', 'travel_within', [null, 7]],
  ['any way between Riverside and Uplands takes 7 minutes', 'travel_across', ['Riverside', 'Uplands', 7]],
  ['any way between Uplands and any other area takes 7 minutes', 'travel_across', [null, 'Uplands', 7]],
  ['any way between any two areas takes 7 minutes', 'travel_across', [null, null, 7]],
  ['start(, 9)', 'start', [null, 9]],
])('reads a fact aloud: %s', (words, predicate, args) => {
  expect(meetingDomain.readFact({ predicate, args })).toBe(words)
})
