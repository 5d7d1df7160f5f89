import { expect, it } from 'vitest'
import { printFact } from '../prolog/print-fact.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView, factsOf } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { stepFacts } from './step-facts.ts'

function restsOn(name: 'solved' | 'trip' | 'meeting'): string[][] {
  const run = recordedRuns[name].reduce(reduceRun, emptyRunView)
  const facts = factsOf(run).map(({ fact }) => fact)
  return stepFacts(run.plan, facts).map((indices) =>
    indices.map((index) => printFact(facts[index] ?? { predicate: '', args: [] })),
  )
}

it('a stay rests on what is said of its city, a flight on its connection', () => {
  const [zagreb, flight, , , , , tirana] = restsOn('trip')

  expect(zagreb).toEqual(["stay('Zagreb', 4)."])
  expect(flight).toEqual(["flight('Zagreb', 'Sarajevo')."])
  expect(tirana).toEqual(['total_days(12).', "stay('Tirana', 5).", "event('Tirana', 8, 12)."])
})

it('a meeting rests on its person, a way on its two places in either order', () => {
  const [start, way, , meeting] = restsOn('meeting')

  expect(start).toEqual(["start('Old Town', 540)."])
  expect(way).toEqual(["travel('Old Town', 'Harbour', 15).", "travel('Harbour', 'Old Town', 14)."])
  expect(meeting).toEqual(["available('Carla', 'Harbour', 600, 720).", "meet_min('Carla', 60)."])
})

it('the time for a meeting rests on all that is said of its day, and on nothing about another', () => {
  expect(restsOn('solved')[0]).toHaveLength(12)
  const plan = { domain: 'calendar', steps: [{ action: 'meet', args: { day: 'Monday', startMin: 540, endMin: 570 } }] }
  const facts = ['Monday', 'Tuesday', null].map((day) => ({ predicate: 'busy', args: ['Ana', day, 600, 660] }))

  expect(stepFacts(plan, facts)).toEqual([[0, 2]])
})

it('knows nothing of other domains', () => {
  expect(stepFacts({ domain: 'chess', steps: [{ action: 'move', args: {} }] }, [{ predicate: 'x', args: [] }])).toEqual(
    [[]],
  )
})
