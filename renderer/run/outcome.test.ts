import { describe, expect, it } from 'vitest'
import type { Column } from '../comparison/column.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { outcomeOf } from './outcome.ts'
import { reduceRun } from './reduce-run.ts'
import { emptyRunView, type RunView } from './run-view.ts'

const solved = recordedRuns.solved.reduce(reduceRun, emptyRunView)
const column = (run: RunView, state: Column['state'] = 'ended'): Column => {
  return { key: 1, modelId: 'nano', state, runId: 'run', run, message: undefined }
}
const endedAs = (status: 'solved' | 'incomplete' | 'failed' | 'cancelled' | 'unknown', change: Partial<RunView> = {}) =>
  outcomeOf(column({ ...solved, ...change, ...(solved.end && { end: { ...solved.end, status, reason: 'why' } }) }))

describe('the answer of a column', () => {
  it('is valid only where the validator said so', () => {
    expect(endedAs('solved').kind).toBe('valid')
    expect(endedAs('solved', { verdict: { status: 'unknown', why: 'free program' } })).toMatchObject({
      kind: 'unknown',
      detail: 'free program',
    })
  })

  it('is invalid where the validator found violations, whatever else happened', () => {
    const verdict = { status: 'invalid' as const, violations: [{ constraint: 'busy', words: 'Ana is busy' }] }

    expect(endedAs('failed', { verdict })).toMatchObject({ kind: 'invalid', detail: 'The plan breaks 1 constraint.' })
  })

  it('is a draft, not valid, where text was left untranslated', () => {
    const plan = { domain: 'calendar', steps: [] }

    expect(endedAs('incomplete', { plan })).toMatchObject({ kind: 'unknown', word: 'Draft' })
    expect(endedAs('incomplete', { plan: undefined })).toMatchObject({ kind: 'unknown', word: 'Incomplete' })
  })

  it('says of a draft what was left untranslated, or else what is wrong with its facts', () => {
    const { formalization } = solved
    const missing = { formalization: formalization && { ...formalization, uncovered: [2] } }

    expect(endedAs('incomplete', missing).detail).toBe('1 piece of the text could not be translated.')
    expect(endedAs('incomplete').detail).toBe('why')
  })

  it('never calls a limit or a cancelled run unsatisfiable', () => {
    expect(endedAs('unknown', { verdict: undefined }).kind).toBe('unknown')
    expect(endedAs('cancelled', { verdict: undefined }).kind).toBe('skipped')
  })

  it('tells how far a translation is', () => {
    const at = recordedRuns.solved.findIndex(({ type }) => type === 'segment-end')
    const run = recordedRuns.solved.slice(0, at + 1).reduce(reduceRun, emptyRunView)

    expect(outcomeOf(column(run, 'running')).detail).toBe('1 of 6 pieces of the text')
  })
})
