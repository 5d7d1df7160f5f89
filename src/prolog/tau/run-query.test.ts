import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Term } from '../../planning/term.ts'
import { printTerm } from '../printer.ts'
import { defaultSolveLimits } from '../prolog-engine.ts'
import { arbitraryTerm } from '../test/arbitrary-term.ts'
import { QueryRunner } from './run-query.ts'

const runner = new QueryRunner()

function solve(program: string, goal: string) {
  const observer = { isCancelled: () => false, onAnswer() {}, onConsulted() {} }
  return runner.run({ program, goal, limits: { ...defaultSolveLimits, answers: 50 }, trusted: false }, observer)
}

/** Prolog knows no difference between the atom '[]' and the empty list, and names its variables anew. */
function comparable(term: Term, names = new Map<string, string>()): Term {
  if (term.type === 'atom' && term.name === '[]') return { type: 'list', items: [] }
  if (term.type === 'variable') {
    const isAnonymous = term.name === '_'
    const name = names.get(term.name) ?? `V${names.size}`
    names.set(isAnonymous ? `_ ${names.size}` : term.name, name)
    return { type: 'variable', name }
  }
  if (term.type === 'list') return { type: 'list', items: term.items.map((item) => comparable(item, names)) }
  if (term.type !== 'compound') return term
  const args = term.args.map((argument) => comparable(argument, names))
  const [head, tail] = args
  const isPair = term.functor === '.' && args.length === 2 && head !== undefined && tail?.type === 'list'
  return isPair ? { type: 'list', items: [head, ...tail.items] } : { ...term, args }
}

describe('a query', () => {
  it('gives back any term that a fact holds', () => {
    fc.assert(
      fc.property(arbitraryTerm, (term) => {
        const outcome = solve(`fact(${printTerm(term)}).`, 'fact(Term)')
        const answer = outcome.status === 'answers' ? outcome.answers[0]?.['Term'] : undefined
        expect(answer && comparable(answer)).toEqual(comparable(term))
      }),
      { numRuns: 500 },
    )
  })

  it('unifies any term with itself, copied or built again', () => {
    fc.assert(
      fc.property(arbitraryTerm, (term) => {
        const text = printTerm(term)
        expect(solve(`fact(${text}).`, `fact(${text}), fact(A), copy_term(A, B), A = B`)).toMatchObject({
          status: 'answers',
        })
      }),
      { numRuns: 300 },
    )
  })

  it('finds in lists what JavaScript finds', () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(numbers, (items) => {
        const list = `[${items.join(', ')}]`
        const goal = `L = ${list}, length(L, N), sum_list(L, S), max_list(L, M), reverse(L, R), msort(L, O), findall(X, (member(X, L), X > 0), P)`
        const outcome = solve('', goal)
        const terms = (values: readonly number[]) => ({
          type: 'list',
          items: values.map((value) => ({ type: 'number', value })),
        })
        const value = (number: number) => ({ type: 'number', value: number })
        expect(outcome).toMatchObject({
          answers: [
            {
              N: value(items.length),
              S: value(items.reduce((sum, item) => sum + item, 0)),
              M: value(Math.max(...items)),
              R: terms(items.toReversed()),
              O: terms(items.toSorted((a, b) => a - b)),
              P: terms(items.filter((item) => item > 0)),
            },
          ],
        })
      }),
      { numRuns: 200 },
    )
  })
})
