import fc from 'fast-check'
import { expect, it } from 'vitest'
import { latencies, percentile, wilson } from './statistics.ts'

it("gives Wilson's interval", () => {
  const { high, low, share } = wilson(10, 20)

  expect(share).toBe(0.5)
  expect(low).toBeCloseTo(0.2993, 4)
  expect(high).toBeCloseTo(0.7007, 4)
})

it('has intervals that hold the share and stay within 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), (one, other) => {
      const { high, low, share } = wilson(Math.min(one, other), Math.max(one, other))
      return 0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1
    }),
  )
})

it('takes percentiles by the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

  expect(latencies(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 })
  expect(percentile([7], 0.5)).toBe(7)
  expect(percentile([], 0.5)).toBeNull()
})
