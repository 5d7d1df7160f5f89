import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printAtom, printTerm } from './printer.ts'
import { readTerm } from './program-reader.ts'
import { arbitraryTerm } from './test/arbitrary-term.ts'

describe('printTerm', () => {
  it('writes what the reader gives back as the same term', () => {
    fc.assert(
      fc.property(arbitraryTerm, (term) => {
        const read = readTerm(`${printTerm(term)} .`)
        expect(read).toMatchObject({ status: 'term' })
        expect(read.status === 'term' && read.term).toEqual(term)
      }),
      { numRuns: 2000 },
    )
  })

  it('quotes names only where they need it', () => {
    expect(['ana', 'anaB_1', '+', '{}', '!'].map(printAtom)).toEqual(['ana', 'anaB_1', '+', '{}', '!'])
    const quoted = ["'Ana'", "'New York'", "'Fisherman\\'s Wharf'", "'é'", "'[]'", "'.'", "','", "''"]
    expect(['Ana', 'New York', "Fisherman's Wharf", 'é', '[]', '.', ',', ''].map(printAtom)).toEqual(quoted)
  })

  it('refuses what has no text', () => {
    expect(() => printTerm({ type: 'number', value: Number.POSITIVE_INFINITY })).toThrow('number')
    expect(() => printTerm({ type: 'compound', functor: 'f', args: [] })).toThrow('no arguments')
    expect(() => printTerm({ type: 'variable', name: 'x' })).toThrow('variable')
  })
})
