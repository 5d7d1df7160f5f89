import { expect, it } from 'vitest'
import { reportOn } from '../evaluation/report.ts'
import { predictionWith } from '../evaluation/test/prediction.ts'
import { sampleWith } from '../evaluation/test/sample.ts'
import { summarizeReport } from './evaluation-summary.ts'

const samples = [sampleWith({ id: 'a' }), sampleWith({ id: 'b', task: 'not-a-problem' })]
const predictions = [
  predictionWith({ id: 'a' }),
  predictionWith({ id: 'b', task: 'not-a-problem', verdict: 'accepted', status: 'failed' }),
]
const summaryOf = (answered: typeof predictions) =>
  summarizeReport(reportOn({ models: ['nano'], samples, predictions: answered, peakMemory: new Map() }))

it('tells how often each model was right, with its interval, and how often one would be who does not read', () => {
  expect(summaryOf(predictions)).toMatch(/^nano +made-up: calendar +1 +100\.0% \(20\.7% to 100\.0%\) .* 0\.0%$/m)
})

it('tells the rate of false acceptance', () => {
  expect(summaryOf(predictions)).toContain(
    'nano: false acceptance 100.0% (20.7% to 100.0%), 1 of 1 texts without a problem were taken for one',
  )
})

it('is empty where nothing was answered', () => {
  expect(summaryOf([])).toBe('')
})
