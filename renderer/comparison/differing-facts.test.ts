import { expect, it } from 'vitest'
import type { RunEvent } from '../../src/planning/run-event.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import type { Column } from './column.ts'
import { differingFacts } from './differing-facts.ts'

const column = (key: number, events: readonly RunEvent[]): Column => {
  const run = events.reduce(reduceRun, emptyRunView)
  return { key, modelId: 'nano', state: 'ended', runId: 'run', run, message: undefined }
}
const withoutEarliest = recordedRuns.solved.map((event) =>
  event.type === 'formalization'
    ? { ...event, facts: event.facts.filter(({ fact }) => fact.predicate !== 'earliest') }
    : event,
)

it('names the facts that not every model has', () => {
  const columns = [column(1, recordedRuns.solved), column(2, withoutEarliest)]

  expect([...differingFacts(columns)]).toEqual(['earliest.'])
})

it('finds none among equals, nor while only one has ended', () => {
  expect(differingFacts([column(1, recordedRuns.solved), column(2, recordedRuns.solved)]).size).toBe(0)
  expect(differingFacts([column(1, recordedRuns.solved)]).size).toBe(0)
})
