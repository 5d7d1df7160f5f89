import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView, factsOf } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { cutText, type LitRange, litBy, litRanges } from './lit-words.ts'

const run = recordedRuns.solved.reduce(reduceRun, emptyRunView)
const text = run.text ?? ''

it('lights the sentence of a fact, and the names and numbers in it more', () => {
  const index = factsOf(run).findIndex(({ fact }) => fact.predicate === 'work_hours')
  const pieces = cutText(text, litRanges(run, { facts: [index], segments: [] }))
  const words = (kind: LitRange['kind']) => pieces.filter((one) => one.kind === kind).map((one) => one.words)

  expect(words('argument')).toEqual(['9:00', '17:30'])
  expect(words('sentence').join('|')).toMatch(/^We work from \| to \|/)
})

it('lights what a sentence of the reasons is about', () => {
  const sentences = [
    { factIndex: 3, segment: null, text: 'a', isDecisive: true },
    { factIndex: null, segment: 1, text: 'b', isDecisive: false },
  ]
  const because = { about: 'plan' as const, sentences, isComplete: true }

  expect(litBy(because, 0)).toEqual({ facts: [3], segments: [] })
  expect(litBy(because, 1)).toEqual({ facts: [], segments: [1] })
  expect(litBy(because, undefined)).toEqual({ facts: [], segments: [] })
})

it('cuts a text so that nothing of it is lost, whatever is lit', () => {
  const range = fc.record({
    start: fc.nat(40),
    end: fc.nat(40),
    kind: fc.constantFrom<LitRange['kind'][]>('sentence', 'argument', 'missing'),
  })
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(range), (any, ranges) => {
      const pieces = cutText(any, ranges)
      expect(pieces.map(({ words }) => words).join('')).toBe(any)
      for (const { end, start } of pieces) expect(start).toBeLessThan(end)
    }),
  )
})
