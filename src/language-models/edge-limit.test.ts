import { expect, it } from 'vitest'
import { isBeyondEdge } from './edge-limit.ts'

it('ends above 8 billion parameters and above 4 GB', () => {
  const limits = { parameters: 8e9, sizeBytes: 4e9 }

  expect(isBeyondEdge(limits)).toBe(false)
  expect(isBeyondEdge({ ...limits, parameters: 8e9 + 1 })).toBe(true)
  expect(isBeyondEdge({ ...limits, sizeBytes: 4e9 + 1 })).toBe(true)
})
