import { expect, it } from 'vitest'
import { falseAcceptanceOf } from './false-acceptance.ts'
import { predictionWith } from './test/prediction.ts'

const text = (verdict: 'refused' | 'accepted', status: 'solved' | 'failed') =>
  predictionWith({ task: 'not-a-problem', verdict, status })

it('is the share of texts without a problem that were taken for one, and of those that got an answer', () => {
  const refused = Array.from({ length: 490 }, () => text('refused', 'failed'))
  const accepted = Array.from({ length: 7 }, () => text('accepted', 'failed'))
  const solved = Array.from({ length: 3 }, () => text('accepted', 'solved'))
  const rate = falseAcceptanceOf([...refused, ...accepted, ...solved])

  expect(rate?.accepted).toMatchObject({ count: 10, of: 500, share: 0.02 })
  expect(rate?.accepted.low).toBeCloseTo(0.0109, 4)
  expect(rate?.accepted.high).toBeCloseTo(0.0364, 4)
  expect(rate?.answered).toMatchObject({ count: 3, of: 500 })
})

it('says nothing of problems', () => {
  expect(falseAcceptanceOf([predictionWith()])).toBeNull()
})
