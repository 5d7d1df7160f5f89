import { describe, expect, it } from 'vitest'
import { createRandom } from '../../base/random.ts'
import { meetingFacts } from '../../domains/meeting/facts.ts'
import { readFacts } from '../../formalization/fact-reader.ts'
import type { FactArgument } from '../../planning/fact.ts'
import type { Split } from '../phrase-book.ts'
import type { ComposedProblem } from '../problem-text.ts'
import { composeMeeting, meetingPhrases } from './meeting.ts'

function compose(seed: number, split: Split = 'train', benchmarkShare = 0.1): ComposedProblem {
  const random = createRandom(seed)
  return composeMeeting(random, { split, benchmarkShare }, random.next())
}

const problems = Array.from({ length: 1000 }, (_, seed) => compose(seed)).concat(
  Array.from({ length: 1000 }, (_, seed) => compose(seed, 'held-out')),
)
/** Between two letters or two digits; "12m" may be cut. */
const cutsAt = (text: string, at: number) => /^(?:\p{L}\p{L}|\d\d)$/u.test(text.slice(Math.max(0, at - 1), at + 1))
/** The first spelling of a name is kept, and a sentence may begin with one. */
const withoutCase = (args: readonly FactArgument[] | undefined) =>
  args?.map((arg) => (typeof arg === 'string' ? arg.toLowerCase().replace(/^the /, '') : arg))

describe('composed meeting problems', () => {
  it('point at words that are there and whole', () => {
    for (const { text, facts } of problems) {
      const broken = facts
        .flatMap((fact) => fact.args)
        .filter((range) => range !== null)
        .filter(({ start, end }) => text.slice(start, end).trim() === '' || cutsAt(text, start) || cutsAt(text, end))
      expect(broken).toEqual([])
    }
  })

  it('state facts whose words read as their values', () => {
    const segment = { index: 0, start: 0, end: 1, before: [], headings: [] }
    for (const { text, facts } of problems.slice(0, 1500)) {
      const located = facts.map(({ predicate, args }) => ({ predicate, args, segment, confidence: 1 }))
      const read = readFacts(text, located, meetingFacts).facts.map((fact) => withoutCase(fact?.fact.args))
      expect(read).toEqual(facts.map((fact) => withoutCase(fact.values)))
    }
  })

  it('say where the day starts, whom one may meet, and how long travel takes', () => {
    for (const { facts } of problems) {
      const predicates = new Set(facts.map((fact) => fact.predicate))
      expect(predicates).toContain('start')
      expect(predicates).toContain('available')
      const places = facts.flatMap(({ predicate, values }) =>
        predicate === 'start' ? [values[0]] : predicate === 'available' ? [values[1]] : [],
      )
      if (new Set(places).size < 2) continue
      expect([...predicates].some((predicate) => predicate.startsWith('travel'))).toBe(true)
    }
  })

  it('use every group of phrases', () => {
    const used = new Set(problems.flatMap((problem) => problem.families.map((family) => family.split('#')[0])))
    expect(meetingPhrases.groups.map((group) => group.name).filter((name) => !used.has(name))).toEqual([])
  })

  it('leave the benchmark out where none of it is wanted', () => {
    const benchmark = new Set(
      meetingPhrases.groups.flatMap(({ families }) => families.filter((one) => one.benchmark).map((one) => one.id)),
    )
    const without = Array.from({ length: 300 }, (_, seed) => compose(seed, 'train', 0))
    expect(without.flatMap((problem) => problem.families).filter((family) => benchmark.has(family))).toEqual([])
  })
})
