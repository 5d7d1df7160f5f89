import { expect, it } from 'vitest'
import type { Comparison } from '../../planning/comparison.ts'
import { jobKey, pendingJobs } from './pending-jobs.ts'

const variant = (modelId: string) => ({ name: modelId, modelId, recipe: {} })
const comparison: Comparison = {
  comparisonId: 'comparison-1',
  time: 0,
  name: 'one',
  datasetId: 'set-1',
  problems: 2,
  variants: [variant('a'), variant('b'), variant('a')],
  repeats: 1,
  state: 'running',
  isBinned: false,
}

it('keeps the jobs of a model together', () => {
  expect([...pendingJobs(comparison, () => false)].map(jobKey)).toEqual([
    '0 0 0',
    '0 2 0',
    '1 0 0',
    '1 2 0',
    '0 1 0',
    '1 1 0',
  ])
})

it('leaves out what is done', () => {
  const done = new Set(['0 0 0', '1 1 0'])

  expect([...pendingJobs(comparison, (job) => done.has(jobKey(job)))]).toHaveLength(4)
})
