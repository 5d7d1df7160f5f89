import { expect, it } from 'vitest'
import { reportOn } from './report.ts'
import { printReport } from './report-markdown.ts'
import { predictionWith } from './test/prediction.ts'
import { sampleWith } from './test/sample.ts'

const wrong = {
  valid: false,
  exactMatch: false,
  verdict: 'invalid',
  error: 'invalid plan: clashes',
  consistent: true,
} as const
const failed = { ...wrong, status: 'failed', verdict: 'failed', error: 'failed: no reason', consistent: null } as const
const predictions = [
  predictionWith({ id: 'a', cold: true, totalMs: 900 }),
  predictionWith({ id: 'b', totalMs: 10, level: '10 people' }),
  predictionWith({ id: 'c', totalMs: 20, ...wrong, verdictsByRepairs: ['invalid'] }),
  predictionWith({ id: 'd', totalMs: 30, verdictsByRepairs: ['failed', 'ok'] }),
  predictionWith({ id: 'e', totalMs: 40, ...failed, verdictsByRepairs: ['failed', 'failed'] }),
  predictionWith({ id: 'f', task: 'trip', exactMatch: null, verdict: 'unsatisfiable-ok', valid: false }),
]
const peakMemory = new Map([['nano', { bytes: 123e6, measure: 'pss' }]])
const samples = ['a', 'b', 'c', 'd', 'e'].map((id) => sampleWith({ id, satisfiable: id !== 'e' }))
samples.push(sampleWith({ id: 'f', task: 'trip', satisfiable: false }))
const report = reportOn({ models: ['nano'], samples, predictions, peakMemory })
const [calendar, trip] = report.models[0]?.tasks ?? []

it('counts each task by itself', () => {
  expect(calendar?.solved).toMatchObject({ count: 4, of: 5 })
  expect(calendar?.consistent).toMatchObject({ count: 4, of: 4 })
  expect(calendar?.valid).toMatchObject({ count: 3, of: 5 })
  expect(calendar?.correct).toMatchObject({ count: 3, of: 5 })
  expect(calendar?.wrong).toMatchObject({ count: 1, of: 5 })
  expect(calendar?.exactMatch).toMatchObject({ count: 3, of: 5 })
  expect(trip?.correct).toMatchObject({ count: 1, of: 1 })
  expect(trip?.exactMatch).toBeNull()
})

it('sorts complexity levels by their numbers', () => {
  expect(calendar?.levels.map(({ level, problems }) => [level, problems])).toEqual([
    ['2 people', 4],
    ['10 people', 1],
  ])
})

it('keeps the cold query out of the percentiles', () => {
  expect(calendar?.coldMs).toBe(900)
  expect(calendar?.totalMs).toEqual({ p50: 20, p95: 40, p99: 40, max: 40 })
})

it('says what fewer repairs would have given', () => {
  expect(calendar?.byRepairs.map(({ count }) => count)).toEqual([2, 3])
})

it('counts what went wrong, most frequent first', () => {
  expect(calendar?.errors).toEqual([
    { error: 'invalid plan: clashes', count: 1 },
    { error: 'failed: no reason', count: 1 },
  ])
})

it('prints tables with intervals, memory and whether all was answered', () => {
  const text = printReport(report)

  expect(text).toContain('| made-up: calendar | 5 | 80.0 (37.6–96.4) |')
  expect(text).toContain('Peak memory, all processes (PSS): 123 MB.')
  expect(text).toContain('6 problems, every one answered by every model.')
  const half = reportOn({ models: ['nano', 'other'], samples, predictions, peakMemory })
  expect(printReport(half)).toContain('Not complete: 6 problems, answered: nano 6, other 0.')
})

it('sets beside each task how one would fare who always says "unsatisfiable"', () => {
  const text = printReport(report)

  expect(text).toContain('## Baseline: always unsatisfiable')
  expect(text).toContain('| made-up: calendar | 5 | 20.0 (3.6–62.4) |')
  expect(text).toContain('| made-up: trip | 1 | 100.0 (20.7–100.0) |')
  expect(text).toContain('| all problems | 6 | 33.3 (9.7–70.0) |')
})

it('counts a problem of the baseline that no model has answered', () => {
  const nothing = reportOn({ models: ['nano'], samples, predictions: [], peakMemory })

  expect(nothing.baselines.map(({ alwaysUnsatisfiable }) => alwaysUnsatisfiable.of)).toEqual([5, 1])
  expect(printReport(nothing)).toContain('## nano\n\nNothing answered yet.')
})

it('sums up all problems of a model, but not the texts that pose none', () => {
  const refused = predictionWith({ id: 'g', task: 'not-a-problem', verdict: 'refused', status: 'failed' })
  const text = sampleWith({ id: 'g', task: 'not-a-problem' })
  const mixed = reportOn({
    models: ['nano'],
    samples: [...samples, text],
    predictions: [...predictions, refused],
    peakMemory,
  })

  expect(mixed.models[0]?.overall.correct).toMatchObject({ count: 4, of: 6 })
  expect(printReport(mixed)).toContain('| all problems | 6 | 33.3 (9.7–70.0) |')
  expect(printReport(report)).toMatch(/^\| all problems \| 6 \| 83\.3 /m)
})

it('says how well confidence foretells a right answer, task by task and over all', () => {
  const sure = [0.9, 0.8, 0.3, 0.7, 0.95, 0.2]
  const known = predictions.map((one, index) => ({ ...one, confidence: sure[index] ?? null }))
  const sums = reportOn({ models: ['nano'], samples, predictions: known, peakMemory })
  const text = printReport(sums)

  expect(sums.models[0]?.tasks.map(({ confidence }) => confidence?.auroc)).toEqual([0.5, null])
  expect(sums.models[0]?.overall.confidence?.auroc).toBe(0.375)
  expect(text).toContain('| made-up: calendar | 5 | 0.500 |\n| made-up: trip | 1 | – |\n| all problems | 6 | 0.375 |')
  expect(text).toContain('| 0.200–0.300 | 2 | 0.250 | 50.0 (9.5–90.5) |')
})

it('bins the answers to problems, not the refusals of other texts', () => {
  const refused = predictionWith({ id: 'g', task: 'not-a-problem', verdict: 'refused', status: 'failed' })
  const both = [predictionWith({ id: 'a' }), refused]
  const text = printReport(reportOn({ models: ['nano'], samples: [], predictions: both, peakMemory }))

  expect(text).toContain('(made-up: calendar) into fifths')
})

it('is silent about confidence where earlier versions recorded none', () => {
  const unknown = predictions.map((one) => ({ ...one, confidence: null }))
  const text = printReport(reportOn({ models: ['nano'], samples, predictions: unknown, peakMemory }))

  expect(text).not.toContain('AUROC')
})

it('states the rate of false acceptance with its interval', () => {
  const text = ['g', 'h', 'i', 'j'].map((id) => sampleWith({ id, task: 'not-a-problem' }))
  const answers = text.map(({ id }, index) =>
    predictionWith({ id, task: 'not-a-problem', verdict: index === 0 ? 'accepted' : 'refused', status: 'failed' }),
  )
  const printed = printReport(reportOn({ models: ['nano'], samples: text, predictions: answers, peakMemory }))

  expect(printed).toContain('**25.0%** (95% interval 4.6 to 69.9; 1 of 4) were taken for one')
  expect(printed).toContain('**0.0%** (95% interval 0.0 to 49.0; 0 of 4) were given a plan')
})
