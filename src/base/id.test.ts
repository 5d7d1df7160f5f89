import { expect, it } from 'vitest'
import { createId } from './id.ts'

it('makes names that sort by time, short enough for a file and unlike any other', () => {
  const times = [1_000_000_000_000, 1_000_000_000_001, 1_790_000_000_000, 9_000_000_000_000]
  const ids = times.map((time) => createId('run', time))

  expect([...ids].sort()).toEqual(ids)
  expect(ids.every((id) => /^run-[0-9a-z]{16}$/.test(id))).toBe(true)
  expect(new Set(Array.from({ length: 1000 }, () => createId('run', 5))).size).toBe(1000)
})
