import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../planning/fact.ts'
import { parseFacts, printFact, printFacts } from './facts.ts'
import { arbitraryName } from './test/arbitrary-term.ts'

const arbitraryFact: fc.Arbitrary<Fact> = fc.record({
  predicate: arbitraryName.filter((name) => name !== '' && ![':-', '-->', '?-'].includes(name)),
  args: fc.array(fc.oneof(arbitraryName, fc.integer(), fc.constant(null)), { maxLength: 5 }),
})

describe('facts', () => {
  it('are printed as clauses: names as atoms, numbers as numbers, an absent argument as any', () => {
    const fact = { predicate: 'busy', args: ['Ana', 'Monday', 540, null] }
    expect(printFact(fact)).toBe("busy('Ana', 'Monday', 540, any).")
    expect(printFact({ predicate: 'prefer_earliest', args: [] })).toBe('prefer_earliest.')
  })

  it('keep the name "any" apart from an absent argument', () => {
    expect(printFact({ predicate: 'p', args: ['any', null] })).toBe("p('any', any).")
  })

  it('come back from their text as they were', () => {
    fc.assert(
      fc.property(fc.array(arbitraryFact, { maxLength: 6 }), (facts) => {
        const parsed = parseFacts(printFacts(facts))
        expect(parsed.diagnostics).toEqual([])
        expect(parsed.facts).toEqual(facts)
      }),
      { numRuns: 1000 },
    )
  })

  it('that can be read are kept where others cannot, each with its place', () => {
    const parsed = parseFacts("stay('Rome', 3).\nstay(X, 3).\nstay('Oslo' 2).\n  stay('Bonn', 2).")
    expect(parsed.facts).toEqual([
      { predicate: 'stay', args: ['Rome', 3] },
      { predicate: 'stay', args: ['Bonn', 2] },
    ])
    expect(parsed.diagnostics.map(({ code, range }) => [code, range.start.line, range.start.column])).toEqual([
      ['syntax-error', 3, 13],
      ['not-a-fact', 2, 1],
    ])
    expect(parsed.ranges[1]?.start).toMatchObject({ line: 4, column: 3 })
  })
})
