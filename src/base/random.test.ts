import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRandom, hashString } from './random.ts'

const draws = (seed: number) => {
  const random = createRandom(seed)
  return Array.from({ length: 5 }, () => random.integer(0, 999))
}

it('gives the same sequence for the same seed, here and on any machine', () => {
  expect(draws(7)).toEqual(draws(7))
  expect(draws(7)).not.toEqual(draws(8))
  expect([hashString(''), hashString('a'), hashString('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968])
})

it('keeps within the bounds, both included', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (seed, low, more) => {
      const drawn = createRandom(seed).integer(low, low + more)
      expect(drawn >= low && drawn <= low + more && Number.isInteger(drawn)).toBe(true)
    }),
  )
})

it('shuffles without losing or doubling, and samples at most what there is', () => {
  const random = createRandom(3)
  const items = [1, 2, 3, 4, 5]

  expect(random.shuffle(items).sort()).toEqual(items)
  expect(random.sample(items, 9).sort()).toEqual(items)
  expect(new Set(random.sample(items, 3)).size).toBe(3)
})

it('derives sources by name that do not move each other', () => {
  const [one, other] = [createRandom(5), createRandom(5)]
  one.fork('noise').next()

  expect(one.next()).toBe(other.next())
  expect(createRandom(5).fork('a').next()).not.toBe(createRandom(5).fork('b').next())
})

it('has nothing to pick from an empty list', () => {
  expect(() => createRandom(1).pick([])).toThrow(RangeError)
})
