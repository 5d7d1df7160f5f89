import { expect, it } from 'vitest'
import { RequestQueue } from './request-queue.ts'
import { Slot } from './slot.ts'
import { idleContext, idleSampler } from './test/idle-context.ts'

const newSlot = (sequence = 0) => new Slot({ sequence, sampler: idleSampler, context: idleContext })

function queueOf(...batches: string[][]) {
  const queue = new RequestQueue()
  batches.forEach((prompts, batch) => {
    queue.add(
      batch,
      prompts.map((prompt) => ({ prompt, maxTokens: 1 })),
    )
  })
  return (slot: Slot) => {
    const { batch, request } = queue.take(slot)?.address ?? {}
    return batch === undefined || request === undefined ? undefined : batches[batch]?.[request]
  }
}

it('a slot goes on with prompts that begin like its last one', () => {
  const take = queueOf(['one a', 'one a b', 'one a b c', 'two a', 'two a b'])
  const [first, second] = [newSlot(0), newSlot(1)]

  expect([take(first), take(second), take(first), take(second)]).toEqual(['one a', 'two a', 'one a b', 'two a b'])
})

it('a slot without work joins a long family, not a short one', () => {
  const take = queueOf(['a', 'a b', 'a b c', 'a b c d', 'a b c d e', 'a b c d e f'].map((words) => `begin ${words}`))
  const [first, second, third] = [newSlot(0), newSlot(1), newSlot(2)]

  expect([take(first), take(second)]).toEqual(['begin a', 'begin a b'])
  expect([take(third), take(first), take(second), take(third)]).toEqual([
    'begin a b c',
    'begin a b c d',
    'begin a b c d e',
    'begin a b c d e f',
  ])
  expect([take(first), take(newSlot(3))]).toEqual([undefined, undefined])
})

it('leaves the rest of a short family to the slot that began it', () => {
  const take = queueOf(['one a', 'one a b', 'one a b c'])
  const [first, second] = [newSlot(0), newSlot(1)]

  expect([take(first), take(second), take(first), take(first)]).toEqual(['one a', undefined, 'one a b', 'one a b c'])
})

it('batches take turns', () => {
  const take = queueOf(['one', 'more', 'again'], ['other'])
  const slot = newSlot()

  expect([take(slot), take(slot), take(slot), take(slot), take(slot)]).toEqual([
    'one',
    'other',
    'more',
    'again',
    undefined,
  ])
})

it('a slot reads only what it does not hold', () => {
  const slot = newSlot()
  slot.hold(Uint32Array.of(1, 2, 3, 4))

  expect(slot.reuse([1, 2, 5])).toBe(2)
  slot.hold(Uint32Array.of(5, 6))
  expect(slot.reuse([1, 2, 5])).toBe(2)
  expect(slot.reuse([9])).toBe(0)
})
