import { expect, it } from 'vitest'
import type { RunSummary } from '../../src/planning/run-summary.ts'
import { findRuns } from './find-runs.ts'

const run = (runId: string, status: RunSummary['status'], title: string): RunSummary => ({
  runId,
  time: 0,
  modelId: 'nano',
  domain: 'trip',
  status,
  title,
})
const runs = [run('run-1', 'solved', 'Rome and Oslo'), run('run-2', 'failed', 'Rome again')]
const found = (text: string, status = '') => findRuns(runs, { text, status }).map(({ runId }) => runId)

it('has all the words, in any order and case', () => {
  expect(found('oslo ROME')).toEqual(['run-1'])
  expect(found('nano rome')).toEqual(['run-1', 'run-2'])
})

it('has the outcome that is asked for', () => {
  expect(found('', 'failed')).toEqual(['run-2'])
  expect(found('oslo', 'failed')).toEqual([])
})
