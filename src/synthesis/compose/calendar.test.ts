import { describe, expect, it } from 'vitest'
import { createRandom } from '../../base/random.ts'
import { calendarFacts } from '../../domains/calendar/facts.ts'
import type { Split } from '../phrase-book.ts'
import type { ComposedFact, ComposedProblem } from '../problem-text.ts'
import { calendarPhrases, composeCalendar } from './calendar.ts'

const problem = (seed: number, split: Split = 'train', benchmarkShare = 0.1) =>
  composeCalendar(createRandom(seed), { split, benchmarkShare }, (seed % 11) / 10)
const problems = Array.from({ length: 2000 }, (_, seed) => problem(seed))
const predicates = new Map(calendarFacts.predicates.map((predicate) => [predicate.name, predicate]))

/** Every argument that was written, with its words and its kind. */
const argumentsOf = ({ text, facts }: ComposedProblem) =>
  facts.flatMap((fact) =>
    fact.args.flatMap((range, place) => {
      const kind = predicates.get(fact.predicate)?.args[place]?.kind
      return range === null
        ? []
        : [{ fact, range, kind, words: text.slice(range.start, range.end), value: fact.values[place] }]
    }),
  )

const isLetter = (char: string | undefined) => char !== undefined && /\p{L}/u.test(char)

describe('calendar problems', () => {
  it('state only facts of the calendar vocabulary, with an argument wherever one is needed', () => {
    const broken = (fact: ComposedFact) => {
      const predicate = predicates.get(fact.predicate)
      if (predicate === undefined || predicate.args.length !== fact.args.length) return true
      return predicate.args.some((arg, place) => arg.optional !== true && fact.args[place] === null)
    }

    expect(problems.flatMap((each) => each.facts.filter(broken))).toEqual([])
  })

  it('point at whole words', () => {
    const cut = problems.flatMap((each) =>
      argumentsOf(each).filter(({ range, words }) => {
        const { text } = each
        if (words.trim() === '' || words !== words.trim()) return true
        const before = isLetter(text[range.start - 1]) && isLetter(words[0])
        return before || (isLetter(words.at(-1)) && isLetter(text[range.end]))
      }),
    )

    expect(cut).toEqual([])
  })

  it('point at a name for a person, at a number or its word for a time', () => {
    const odd = problems.flatMap((each) =>
      argumentsOf(each).filter(({ kind, words, value }) => {
        if (kind === 'person') return value !== words && !/^(I|i|me)$/.test(words)
        if (kind === 'day') return String(value).slice(0, 2).toLowerCase() !== words.slice(0, 2).toLowerCase()
        return typeof value !== 'number' || value <= 0 || value > 1440
      }),
    )

    expect(odd).toEqual([])
  })

  it('complete a fact inside the text', () => {
    for (const { text, facts } of problems)
      for (const fact of facts) expect(fact.anchor).toBeLessThanOrEqual(text.length)
  })

  it('use every group of phrases', () => {
    const used = new Set(problems.flatMap((each) => each.families.map((family) => family.split('#')[0])))
    const unused = calendarPhrases.groups.map((group) => group.name).filter((name) => !used.has(name))

    expect(unused.length).toBeLessThanOrEqual(2)
  })

  it('state every kind of fact', () => {
    const stated = new Set(problems.flatMap((each) => each.facts.map((fact) => fact.predicate)))

    expect([...predicates.keys()].filter((name) => !stated.has(name))).toEqual([])
  })

  it('are the same for the same seed', () => {
    expect(problem(7)).toEqual(problem(7))
  })

  it('share no phrase of a group with five or more between training and the held-out split', () => {
    const heldOut = new Set(
      Array.from({ length: 300 }, (_, seed) => problem(seed, 'held-out', 0)).flatMap((each) => each.families),
    )
    const groups = new Map(calendarPhrases.groups.map((group) => [group.name, group.families.length]))
    const shared = problems
      .flatMap((each) => each.families)
      .filter((family) => heldOut.has(family) && (groups.get(family.split('#')[0] ?? '') ?? 0) >= 10)

    expect([...new Set(shared)]).toEqual([])
  })

  it('leave the forms of the benchmark out where none are wanted', () => {
    const benchmark = new Set(
      calendarPhrases.groups.flatMap((group) =>
        group.families.filter((family) => family.benchmark).map((family) => family.id),
      ),
    )
    const used = Array.from({ length: 300 }, (_, seed) => problem(seed, 'train', 0)).flatMap((each) => each.families)

    expect(used.filter((family) => benchmark.has(family))).toEqual([])
  })
})
