import { expect, it } from 'vitest'
import type { Replay } from '../../src/api/replay-file.ts'
import type { RunEvent } from '../../src/planning/run-event.ts'
import { factsOf } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { replaySteps } from './replay-steps.ts'

const sentence = (isDecisive: boolean) => ({ factIndex: 0, segment: null, text: 'a', isDecisive })
const replayOf = (events: readonly RunEvent[], about: Replay['because']['about'] = 'plan'): Replay => ({
  ...{ form: 1, version: 'test', runId: 'run-1', readings: [] },
  events: events.filter(({ type }) => type !== 'token'),
  because: { about, sentences: [sentence(true), sentence(false)], isComplete: true },
})

it('goes from the text over the facts and the plan to the reasons and the verdict', () => {
  const steps = replaySteps(replayOf(recordedRuns.solved))
  const stages = steps.map(({ stage }) => stage)

  expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual([
    'text',
    'facts',
    'plan',
    'because',
    'verdict',
  ])
  expect(steps.at(-1)?.run.end?.status).toBe('solved')
})

it('brings every fact, each step some more', () => {
  const steps = replaySteps(replayOf(recordedRuns.solved)).filter(({ stage }) => stage === 'facts')
  const counts = steps.map(({ run }) => factsOf(run).length)

  expect(steps.every(({ arrived }) => arrived.length > 0)).toBe(true)
  expect(counts).toEqual(counts.toSorted((one, other) => one - other))
  expect(counts.at(-1)).toBe(12)
})

it('tells one by one what decides a plan, and the rest at once', () => {
  const steps = replaySteps(replayOf(recordedRuns.solved))

  expect(steps.filter(({ stage }) => stage === 'because').map(({ chosen, shown }) => [chosen, shown])).toEqual([[0, 1]])
  expect(steps.at(-1)).toMatchObject({ chosen: undefined, shown: 2 })
})

it('tells one by one what clashes where there is no plan', () => {
  const steps = replaySteps(replayOf(recordedRuns.unsatisfiable, 'conflict'))

  expect(steps.map(({ stage }) => stage).slice(-4)).toEqual(['conflict', 'because', 'because', 'verdict'])
})
