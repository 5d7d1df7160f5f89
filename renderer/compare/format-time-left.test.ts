import { expect, it } from 'vitest'
import { formatTimeLeft } from './format-time-left.ts'

it.each([
  [200, '1 s'],
  [39_200, '40 s'],
  [240_000, '4 min'],
  [7_800_000, '2 h 10 min'],
  [7_200_000, '2 h'],
])('%i ms is %s', (milliseconds, words) => {
  expect(formatTimeLeft(milliseconds)).toBe(words)
})
