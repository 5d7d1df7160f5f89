import { expect, it } from 'vitest'
import type { FormalizedFact } from '../planning/fact.ts'
import type { RunEvent } from '../planning/run-event.ts'
import { narrateEvent } from './narrate-event.ts'

const stamp = { runId: 'run-1', seq: 1, time: 0 }
const stay = (days: number): FormalizedFact => ({
  fact: { predicate: 'stay', args: ['Oslo', days] },
  span: { segment: 0, start: 0, end: 4 },
  argSpans: [null, null],
  confidence: 1,
})
const segmentEnd = (attempt: number, days: number): RunEvent => ({
  ...stamp,
  type: 'segment-end',
  attempt,
  segment: 0,
  outcome: 'facts',
  completion: '',
  facts: [stay(days)],
  confidence: 1,
  usage: { promptTokens: 0, completionTokens: 0 },
})
const formalization = (attempts: number, days: number): RunEvent => ({
  ...stamp,
  type: 'formalization',
  status: 'formalized',
  facts: [stay(days)],
  uncovered: [],
  diagnostics: [],
  attempts,
})

const results = (events: readonly RunEvent[]) =>
  events
    .flatMap(narrateEvent)
    .filter(({ kind }) => kind === 'result')
    .map(({ text }) => text)

it('gives the facts of a first attempt as they come, and only once', () => {
  expect(results([segmentEnd(0, 3), formalization(1, 3)])).toEqual(["stay('Oslo', 3)."])
})

it('gives all facts again where a repair changed some, since those before were not planned with', () => {
  const told = results([segmentEnd(0, 3), segmentEnd(1, 4), formalization(2, 4)])

  expect(told).toEqual(["stay('Oslo', 3).", "\n% All facts after mending:\nstay('Oslo', 4)."])
})
