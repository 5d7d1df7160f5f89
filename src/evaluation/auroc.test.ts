import fc from 'fast-check'
import { expect, it } from 'vitest'
import { auroc, type Scored } from './auroc.ts'

/** What the area is: every pair of a positive and a negative, one by one. */
function byPairs(scored: readonly Scored[]): number | null {
  const scoresOf = (wanted: boolean) => scored.filter((one) => one.isPositive === wanted).map(({ score }) => score)
  const [positives, negatives] = [scoresOf(true), scoresOf(false)]
  const wins = positives.flatMap((high) => negatives.map((low) => (high > low ? 1 : high === low ? 0.5 : 0)))
  return wins.length === 0 ? null : wins.reduce<number>((sum, one) => sum + one, 0) / wins.length
}

const one = (score: number, isPositive: boolean): Scored => ({ score, isPositive })
// Few different scores make many ties.
const scoreArbitrary = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }))
const scoredArbitrary = fc.array(fc.record({ score: scoreArbitrary, isPositive: fc.boolean() }), { maxLength: 60 })

it('is the share of pairs in which the positive has the higher score, ties counting half', () => {
  fc.assert(
    fc.property(scoredArbitrary, (scored) => {
      const [area, wanted] = [auroc(scored), byPairs(scored)]
      if (area === null || wanted === null) expect(area).toBe(wanted)
      else expect(area).toBeCloseTo(wanted, 12)
    }),
  )
})

it('turns round with the scores', () => {
  fc.assert(
    fc.property(scoredArbitrary, (scored) => {
      const area = auroc(scored)
      const turned = auroc(scored.map(({ isPositive, score }) => ({ isPositive, score: -score })))
      if (area === null) expect(turned).toBeNull()
      else expect(turned).toBeCloseTo(1 - area, 12)
    }),
  )
})

it('is 1, 0 or a half where scores part the classes, part them the wrong way, or say nothing', () => {
  expect(auroc([one(0.9, true), one(0.8, true), one(0.1, false)])).toBe(1)
  expect(auroc([one(0.1, true), one(0.8, false)])).toBe(0)
  expect(auroc([one(0.5, true), one(0.5, false), one(0.5, false)])).toBe(0.5)
})

it('is unknown where one class is empty', () => {
  expect([auroc([]), auroc([one(0.5, true)]), auroc([one(0.5, false), one(0.2, false)])]).toEqual([null, null, null])
})
