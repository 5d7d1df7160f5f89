import { expect, it } from 'vitest'
import { confidenceReport } from './confidence-report.ts'
import type { Prediction } from './prediction.ts'
import { predictionWith } from './test/prediction.ts'

const right = (confidence: number | null) => predictionWith({ confidence })
const wrong = (confidence: number | null) => predictionWith({ confidence, verdict: 'invalid' })

const binsOf = (predictions: readonly Prediction[]) =>
  confidenceReport(predictions)?.bins.map(({ correct, from, to }) => [from, to, correct.count, correct.of])

it('parts the answers into five bins of like confidence and equal size', () => {
  const tenths = [0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4, 0.5, 1].map((one) => (one > 0.6 ? right(one) : wrong(one)))

  expect(binsOf(tenths)).toEqual([
    [0.1, 0.2, 0, 2],
    [0.3, 0.4, 0, 2],
    [0.5, 0.6, 0, 2],
    [0.7, 0.8, 2, 2],
    [0.9, 1, 2, 2],
  ])
  expect(confidenceReport(tenths)?.bins[0]?.meanConfidence).toBeCloseTo(0.15, 12)
})

it('leaves equal confidences in one bin', () => {
  expect(binsOf([right(1), right(1), wrong(1), right(0.5), right(1), right(1)])).toEqual([
    [0.5, 0.5, 1, 1],
    [1, 1, 4, 5],
  ])
  expect(binsOf([wrong(0.5), right(0.5)])).toEqual([[0.5, 0.5, 1, 2]])
})

it('says how well confidence tells right answers from others', () => {
  // Of the four pairs of a right and another answer three stand in the right order.
  expect(confidenceReport([right(0.9), right(0.5), wrong(0.6), wrong(0.1)])?.auroc).toBe(0.75)
  expect(confidenceReport([right(0.9), right(0.5)])?.auroc).toBeNull()
})

it('counts a failure as not correct', () => {
  const failed = predictionWith({ confidence: 0.1, status: 'failed', verdict: 'failed' })

  expect(confidenceReport([right(0.9), failed])?.auroc).toBe(1)
})

it('leaves out what earlier versions did not record', () => {
  expect(confidenceReport([right(0.9), wrong(null)])).toMatchObject({ problems: 1, auroc: null })
  expect(confidenceReport([right(null)])).toBeNull()
})
