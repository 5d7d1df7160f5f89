import { expect, it } from 'vitest'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView, factsOf } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { lightUp, linksOf } from './links.ts'

const run = recordedRuns.trip.reduce(reduceRun, emptyRunView)
const facts = factsOf(run)
const links = linksOf(facts, run.plan)
const factAt = (predicate: string, first: string) =>
  facts.findIndex(({ fact }) => fact.predicate === predicate && fact.args[0] === first)

it('a clause lights up its sentence and its steps', () => {
  const event = factAt('event', 'Tirana')
  const lit = lightUp(links, { kind: 'clause', index: event })

  expect([...lit.sentences]).toEqual([facts[event]?.span.segment])
  expect([...lit.steps].map((step) => run.plan?.steps[step])).toMatchObject([
    { action: 'stay', args: { city: 'Tirana' } },
  ])
})

it('a sentence lights up its clauses, and a step the sentences of its clauses', () => {
  const { segment } = facts[factAt('stay', 'Zagreb')]?.span ?? { segment: -1 }

  expect([...lightUp(links, { kind: 'sentence', index: segment }).clauses]).toContain(factAt('stay', 'Zagreb'))
  expect([...lightUp(links, { kind: 'step', index: 0 }).sentences]).toEqual([segment])
  expect([...lightUp(links, { kind: 'step', index: 0 }).steps]).toEqual([0])
})

it('a clause that nobody gave words lights up no sentence', () => {
  const [first] = facts
  if (first === undefined) throw new Error('no fact')
  const wordless = linksOf([{ ...first, span: { segment: 3, start: 9, end: 9 } }], undefined)

  expect(lightUp(wordless, { kind: 'clause', index: 0 }).sentences.size).toBe(0)
  expect(lightUp(wordless, { kind: 'sentence', index: 3 }).clauses.size).toBe(0)
})
