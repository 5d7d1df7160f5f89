import { expect, test } from 'vitest'
import type { Fact } from '../planning/fact.ts'
import { findConflict } from './find-conflict.ts'

const facts: Fact[] = Array.from({ length: 40 }, (_, index) => ({
  predicate: index < 5 ? 'day' : 'busy',
  args: [index],
}))
const has = (left: readonly Fact[], ...indices: number[]) =>
  indices.every((index) => left.some((fact) => fact.args[0] === index))

test('finds the few facts that clash among many, in few queries', async () => {
  let queries = 0
  const isSatisfiable = async (left: readonly Fact[]) => {
    queries++
    return !has(left, 9, 30)
  }
  const conflict = await findConflict({ facts, isSatisfiable, deadlineMs: 10_000 })
  expect(conflict).toEqual({ factIndices: [9, 30], minimal: true })
  expect(queries).toBeLessThan(30)
})

test('leaves no background fact out and names none', async () => {
  const isSatisfiable = async (left: readonly Fact[]) => {
    expect(has(left, 0, 1, 2, 3, 4)).toBe(true)
    return !has(left, 7)
  }
  const conflict = await findConflict({ facts, background: ['day'], isSatisfiable, deadlineMs: 10_000 })
  expect(conflict).toEqual({ factIndices: [7], minimal: true })
})

test('names the background where that alone has no answer', async () => {
  const request = { facts, background: ['day'], isSatisfiable: async () => false, deadlineMs: 10_000 }
  expect(await findConflict(request)).toEqual({ factIndices: [0, 1, 2, 3, 4], minimal: false })
})

test('gives what it has when its time is over', async () => {
  const isSatisfiable = async (left: readonly Fact[], signal: AbortSignal) => {
    if (left.length < 30) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return false
  }
  const conflict = await findConflict({ facts, isSatisfiable, deadlineMs: 20 })
  expect(conflict.minimal).toBe(false)
})

test('a cancelled search ends at once', async () => {
  const signal = AbortSignal.abort()
  const conflict = await findConflict({ facts, isSatisfiable: async () => false, deadlineMs: 10_000, signal })
  expect(conflict).toMatchObject({ minimal: false })
  expect(conflict.factIndices).toHaveLength(40)
})
