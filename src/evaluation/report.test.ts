import { expect, it } from 'vitest'
import { reportOn } from './report.ts'
import { printReport } from './report-markdown.ts'
import { predictionWith } from './test/prediction.ts'

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
const report = reportOn({ models: ['nano'], problems: 6, predictions, peakMemory })
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
  const half = reportOn({ models: ['nano', 'other'], problems: 6, predictions, peakMemory })
  expect(printReport(half)).toContain('Not complete: 6 problems, answered: nano 6, other 0.')
})
