import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printTerm } from './printer.ts'
import { readProgram, readTerm } from './program-reader.ts'

/** A term in functional notation, however it was written. */
function canonical(text: string): string {
  const read = readTerm(text)
  return read.status === 'term' ? printTerm(read.term) : `${read.diagnostic.code}: ${read.diagnostic.message}`
}

describe('readTerm', () => {
  const cases: [string, string][] = [
    ['1 - 2 - 3', '-(-(1, 2), 3)'],
    ['1 - -2', '-(1, -2)'],
    ['a-1', '-(a, 1)'],
    ['- 1', '-(1)'],
    ['-(1)', '-(1)'],
    ['-a', '-(a)'],
    ['- - a', '-(-(a))'],
    ['2 ** 3 + 4 * 5', '+(**(2, 3), *(4, 5))'],
    ['a :- b, c ; d -> e', ":-(a, ;(','(b, c), ->(d, e)))"],
    ['\\+ a, b', "','(\\+(a), b)"],
    ['\\+ (a, b)', "\\+(','(a, b))"],
    ['X is Y mod 2', 'is(X, mod(Y, 2))'],
    [':- dynamic a/1, b/2', ":-(dynamic(','(/(a, 1), /(b, 2))))"],
    ['f(:-, -, [=, <|T])', 'f(:-, -, [=, < | T])'],
    ['[a, b | [c]]', '[a, b, c]'],
    ['{a, b}', "'{}'(','(a, b))"],
    ['"ab"', '[a, b]'],
    ['`ab`', '[97, 98]'],
    ["0'a + 0x1F + 0b101 + 0o17", '+(+(+(97, 31), 5), 15)'],
    ["0''' ", '39'],
    ['1.5e3', '1500'],
    ["'it''s \\x41\\ \\n'", "'it\\'s A \\n'"],
    ['(a | b)', ';(a, b)'],
    ['V^p(V)', '^(V, p(V))'],
    ['a = \\+', '=(a, \\+)'],
    ['- (1) * 2', '*(-(1), 2)'],
    ['f(- 1)', 'f(-(1))'],
    ['f(a, (b :- c))', 'f(a, :-(b, c))'],
    ['élan(Œuvre)', "'élan'(Œuvre)"],
  ]
  for (const [text, expected] of cases) it(`reads ${text}`, () => expect(canonical(text)).toBe(expected))

  it('says where a term goes wrong and what was wanted', () => {
    expect(readTerm('foo(a,\n b c)')).toMatchObject({
      diagnostic: { code: 'syntax-error', source: 'goal', range: { start: { line: 2, column: 4 } } },
    })
    expect(canonical('a b')).toContain('before b')
    expect(canonical("'abc")).toContain('not closed')
    expect(canonical('99999999999999999999')).toContain('number-too-large')
    expect(canonical('f(')).toContain('the text ends here')
  })
})

describe('readProgram', () => {
  it('tells facts, rules, directives and grammar rules apart and knows where they stand', () => {
    const { clauses } = readProgram('% first\n:- dynamic a/1.\na(1). a(2) :-\n  b. /* x */ g --> h.\n')
    const places = clauses.map(({ kind, index, range }) => [kind, index, range.start.line, range.start.column])
    expect(places).toEqual([
      ['directive', 0, 2, 1],
      ['fact', 1, 3, 1],
      ['rule', 2, 3, 7],
      ['grammar-rule', 3, 4, 14],
    ])
  })

  it('reads on behind a broken clause', () => {
    const { clauses, diagnostics } = readProgram('a(1).\nb(.\nc(3).\nd(4).')
    expect(clauses.map(({ index }) => index)).toEqual([0, 2, 3])
    expect(diagnostics).toMatchObject([{ clause: 1, range: { start: { line: 2 } } }])
  })

  it('names the clause after which a full stop is missing', () => {
    const { diagnostics } = readProgram('a(1)\nb(2).')
    expect(diagnostics).toMatchObject([{ clause: 0, range: { start: { line: 2, column: 1 } } }])
  })

  it('never throws, whatever the text', () => {
    const scraps = fc.constantFrom(
      'a',
      'X',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '|',
      ',',
      '.',
      ' ',
      '\n',
      "'",
      '"',
      '\\',
      '0',
      "0'",
      ':-',
      '-',
      '/*',
      '%',
      '1.',
      'é',
      '\u0000',
    )
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 40 }), (parts) => void readProgram(parts.join(''))),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void readProgram(text)),
      { numRuns: 500 },
    )
  })

  it('needs time in proportion to the text', () => {
    const text = `p(${Array.from({ length: 50_000 }, (_, index) => `'name ${index}'`).join(', ')}).\n`
    expect(readProgram(text).clauses).toHaveLength(1)
  })
})
