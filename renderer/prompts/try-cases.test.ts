import { describe, expect, it } from 'vitest'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { changeOf, orderCases, type TrySide } from './try-cases.ts'

const good = { runId: 'a', isGood: true, repairs: 0 }
const bad = { runId: 'b', isGood: false, repairs: 1 }

it('problems that are asked something else come first, of these those that failed before', () => {
  const rows = [
    { id: 'same, failed', known: { effect: 'same', before: bad } as const },
    { id: 'differs', known: { effect: 'differs', before: good } as const },
    { id: 'nothing known', known: undefined },
    { id: 'differs, failed', known: { effect: 'differs', before: bad } as const },
    { id: 'differs, no run', known: { effect: 'differs' } as const },
  ]

  expect(orderCases(rows).map(({ id }) => id)).toEqual([
    'differs, failed',
    'differs',
    'differs, no run',
    'nothing known',
    'same, failed',
  ])
})

describe('what another version changed', () => {
  const side = (events: (typeof recordedRuns)['solved']): TrySide => ({
    state: 'ended',
    runId: 'run',
    run: events.reduce(reduceRun, emptyRunView),
  })
  const solved = side(recordedRuns.solved)
  const failed = side(
    recordedRuns.solved.map((event) => (event.type === 'run-end' ? { ...event, status: 'failed' } : event)),
  )
  const unsatisfiable = side(recordedRuns.unsatisfiable)

  it('is better, worse or the same', () => {
    expect([changeOf(failed, solved), changeOf(solved, failed), changeOf(solved, solved)]).toEqual([
      'better',
      'worse',
      'same',
    ])
  })

  it('is another outcome or another plan', () => {
    const otherPlan = { ...solved, run: { ...solved.run, plan: side(recordedRuns.trip).run.plan } }
    expect([changeOf(unsatisfiable, solved), changeOf(solved, otherPlan)]).toEqual(['otherWay', 'otherPlan'])
  })

  it('is not known while a run is under way or missing', () => {
    expect([changeOf(undefined, solved), changeOf(solved, { ...solved, state: 'running' })]).toEqual([
      undefined,
      undefined,
    ])
  })
})
