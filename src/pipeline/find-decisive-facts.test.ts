import { expect, test } from 'vitest'
import type { Fact } from '../planning/fact.ts'
import { findDecisiveFacts } from './find-decisive-facts.ts'

const facts: Fact[] = Array.from({ length: 8 }, (_, index) => ({
  predicate: index < 2 ? 'day' : 'busy',
  args: [index],
}))
const has = (left: readonly Fact[], index: number) => left.some((fact) => fact.args[0] === index)
const request = { facts, background: ['day'], first: new Set<number>(), deadlineMs: 10_000 }

test('a fact without which the answer is another decides', async () => {
  const compare = async (left: readonly Fact[]) => (has(left, 3) && has(left, 6) ? 'same' : 'other')
  expect(await findDecisiveFacts({ ...request, compare })).toEqual({ factIndices: new Set([3, 6]), isComplete: true })
})

test('leaves no background fact out', async () => {
  const compare = async (left: readonly Fact[]) => {
    expect(has(left, 0) && has(left, 1)).toBe(true)
    return 'same' as const
  }
  expect((await findDecisiveFacts({ ...request, compare })).factIndices.size).toBe(0)
})

test('tries first what it is told to try first', async () => {
  const tried: number[] = []
  const compare = async (left: readonly Fact[]) => {
    tried.push(facts.findIndex((_, index) => !has(left, index)))
    return 'same' as const
  }
  await findDecisiveFacts({ ...request, compare, first: new Set([7, 4]) })
  expect(tried).toEqual([-1, 4, 7, 2, 3, 5, 6])
})

test('claims nothing of what there was no time to try', async () => {
  let queries = 0
  const compare = async (_left: readonly Fact[], signal: AbortSignal) => {
    queries++
    if (queries > 2) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return queries === 1 ? 'same' : 'other'
  }
  const found = await findDecisiveFacts({ ...request, compare, deadlineMs: 20 })
  expect(found).toEqual({ factIndices: new Set([2]), isComplete: false })
})

test('a limit that was reached makes no fact decisive', async () => {
  const compare = async (left: readonly Fact[]) => (has(left, 5) ? 'same' : 'unknown')
  expect(await findDecisiveFacts({ ...request, compare })).toEqual({ factIndices: new Set(), isComplete: false })
})

test('claims nothing where all facts together give another answer', async () => {
  const compare = async () => 'other' as const
  expect(await findDecisiveFacts({ ...request, compare })).toEqual({ factIndices: new Set(), isComplete: false })
})
