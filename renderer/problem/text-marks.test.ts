import { expect, it } from 'vitest'
import type { Column } from '../comparison/column.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView, factsOf } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { textMarks } from './text-marks.ts'

const run = recordedRuns.solved.reduce(reduceRun, emptyRunView)
const column: Column = { key: 1, modelId: 'nano', state: 'ended', runId: 'run', run, message: undefined }
const text = run.text ?? ''

it('marks the words of the fact that is pointed at', () => {
  const pointed = factsOf(run).find(({ fact }) => fact.predicate === 'work_hours')
  const words = textMarks(text, [column], pointed)
    .filter(({ kind }) => kind === 'pointed-argument')
    .map(({ end, start }) => text.slice(start, end))

  expect(words).toEqual(['9:00', '17:30'])
})

it('marks each sentence once, however many models found facts in it', () => {
  const once = textMarks(text, [column], undefined)

  expect(textMarks(text, [column, { ...column, key: 2 }], undefined)).toEqual(once)
  expect(once.map(({ kind }) => kind)).toEqual(Array(6).fill('fact'))
})

it('marks nothing in a text that is not the one that was run', () => {
  expect(textMarks(`${text} More.`, [column], factsOf(run)[0])).toEqual([])
})
