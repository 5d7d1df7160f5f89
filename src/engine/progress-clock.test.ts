import { expect, it } from 'vitest'
import { createProgressClock } from './progress-clock.ts'

it('goes by the mean time of answers, without the time in which models start', () => {
  let nowMs = 0
  const clock = createProgressClock(10, { now: () => 0, monotonicMs: () => nowMs })
  const answerAfter = (ms: number, isCold = false) => {
    nowMs += ms
    return clock.leftMs(isCold)
  }

  expect(answerAfter(9000, true)).toBeNull()
  expect(answerAfter(100)).toBe(800)
  expect(answerAfter(300)).toBe(1400)
  expect(answerAfter(9000, true)).toBe(1200)
})
