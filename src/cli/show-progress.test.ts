import { expect, it } from 'vitest'
import type { EvaluationProgress } from '../engine/evaluate.ts'
import { showProgress } from './show-progress.ts'
import { createFakeTerminal } from './test/fake-terminal.ts'

const answer = (done: number, leftMs: number | null) =>
  ({ type: 'answer', model: 'nano', done, of: 40, correct: 1, leftMs }) as const

function shownIn(terminal: ReturnType<typeof createFakeTerminal>, ...all: EvaluationProgress[]) {
  const show = showProgress(terminal)
  for (const progress of all) show(progress)
  return terminal.messages().trimEnd().split('\n')
}

it('tells how many are done, how many of them are right, and the time left once that is known', () => {
  expect(shownIn(createFakeTerminal(), answer(1, null))).toEqual(['nano: 1 of 40, 100.0% correct'])
  expect(shownIn(createFakeTerminal(), answer(2, 3_700_000))).toEqual(['nano: 2 of 40, 50.0% correct, 1 h 1 min left'])
  expect(shownIn(createFakeTerminal(), answer(4, 125_000))).toEqual(['nano: 4 of 40, 25.0% correct, 2 min 5 s left'])
  expect(shownIn(createFakeTerminal(), answer(40, 0))).toEqual(['nano: 40 of 40, 2.5% correct'])
})

it('tells at once that there is nothing to run', () => {
  const [line] = shownIn(createFakeTerminal(), { type: 'model', model: 'nano', done: 40, of: 40 })

  expect(line).toContain('all 40 were answered before; nothing is run')
})

it('tells what was answered before', () => {
  expect(shownIn(createFakeTerminal(), { type: 'model', model: 'nano', done: 3, of: 40 })).toEqual([
    'nano: going on, 3 of 40 were answered before',
    'nano: 3 of 40, starting the model',
  ])
})

it("shows a model's first answer at once, also in a log: it tells that the model has started", () => {
  const log = { ...createFakeTerminal(), showsProgress: false }
  const start = { type: 'model', model: 'nano', done: 0, of: 40 } as const

  expect(shownIn(log, { type: 'composing', done: 1, of: 40 }, start, answer(1, null), answer(2, 1))).toEqual([
    'composing problems: 1 of 40',
    'nano: 0 of 40, starting the model',
    'nano: 1 of 40, 100.0% correct',
  ])
})

it('does not fill a log with a line for every problem, but tells the last one', () => {
  const log = { ...createFakeTerminal(), showsProgress: false }
  const all = Array.from({ length: 40 }, (_, index) => answer(index + 1, 1000))

  expect(shownIn(log, ...all)).toEqual(['nano: 1 of 40, 100.0% correct, 1 s left', 'nano: 40 of 40, 2.5% correct'])
})
