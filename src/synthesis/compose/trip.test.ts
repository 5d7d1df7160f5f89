import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../base/random.ts'
import { tripFacts } from '../../domains/trip/facts.ts'
import type { ComposedProblem } from '../problem-text.ts'
import { trainingRows } from '../training-rows.ts'
import { composeTrip, tripPhrases } from './trip.ts'

const problems: ComposedProblem[] = []
const insideWord = /^(?:\p{L}[\p{L}\p{M}]|\d\d)$/u

beforeAll(() => {
  for (let seed = 0; seed < 2000; seed++) {
    const split = seed % 5 === 0 ? 'held-out' : 'train'
    const random = createRandom(seed * 31 + 7)
    problems.push(composeTrip(random, { split, benchmarkShare: 0.1 }, random.next()))
  }
}, 120_000)

const facts = () => problems.flatMap(({ text, facts }) => facts.map((fact) => ({ ...fact, text })))

describe('composed trips', () => {
  it('state facts of the domain, with all arguments', () => {
    const arity = new Map(tripFacts.predicates.map(({ name, args }) => [name, args.length]))
    const odd = facts().filter(({ predicate, args }) => args.length !== arity.get(predicate) || args.includes(null))
    expect(odd).toEqual([])
  })

  it('point at whole words', () => {
    const cut = facts().flatMap(({ text, args }) =>
      args.flatMap((range) => {
        const { start, end } = range ?? { start: 0, end: 0 }
        const words = text.slice(start, end)
        const isCut = [start, end].some((at) => insideWord.test(text.slice(at - 1, at + 1)))
        return isCut || words === '' || words.trim() !== words ? [text.slice(start - 9, end + 9)] : []
      }),
    )
    expect(cut).toEqual([])
  })

  it('point at a name where the value is one, at digits that equal the value where there are any', () => {
    const wrong = facts().flatMap(({ text, values, args }) =>
      values.flatMap((value, index) => {
        const words = text.slice(args[index]?.start, args[index]?.end)
        if (typeof value === 'string') return words.toLowerCase() === value.toLowerCase() ? [] : [[value, words]]
        return /^\d+(?:st|nd|rd|th)?$/.test(words) && Number.parseInt(words, 10) !== value ? [[value, words]] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('lose next to no fact when cut up for the model', () => {
    const stated = problems.reduce((sum, { facts }) => sum + facts.length, 0)
    const lost = problems.reduce((sum, problem) => sum + trainingRows(problem).lost, 0)
    expect(lost / stated).toBeLessThan(0.002)
  }, 60_000)

  it('draw on every group of phrases, and state every kind of fact', () => {
    const groups = new Set(problems.flatMap(({ families }) => families.map((id) => id.split('#')[0])))
    const aside = tripPhrases.groups.map(({ name }) => name).filter((name) => !groups.has(name))
    // These are written into other phrases, as headings and occasions are.
    expect(
      aside.filter((name) => !/^(?:activity|head|cell|title|modes|region|what-short|flights-intro)/.test(name)),
    ).toEqual([])
    const kinds = new Set(problems.flatMap(({ facts }) => facts.map(({ predicate }) => predicate)))
    expect([...kinds].sort()).toEqual(tripFacts.predicates.map(({ name }) => name).sort())
  })

  it('use no training phrase in the held-out split where a group has some of its own', () => {
    const heldOut = new Set(problems.filter((_, seed) => seed % 5 === 0).flatMap(({ families }) => families))
    for (const { families } of tripPhrases.groups) {
      if (!families.some((family) => family.heldOut)) continue
      const shared = new Set(families.filter(({ benchmark }) => benchmark).map(({ id }) => id))
      const strays = families.filter(({ id, heldOut: isOut }) => !isOut && !shared.has(id) && heldOut.has(id))
      expect(strays.map(({ text }) => text)).toEqual([])
    }
  })
})
