import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlightProlog } from './highlight.ts'

const tokens = (line: string) =>
  highlightProlog(line).flatMap(({ text, token }) => (token === undefined ? [] : [`${token} ${text}`]))

describe('the colours of Prolog', () => {
  it('tells predicates, quoted atoms, numbers and variables apart', () => {
    expect(tokens("busy('Ana', Day, 540).")).toEqual([
      'predicate busy',
      'punctuation (',
      "quoted 'Ana'",
      'punctuation ,',
      'variable Day',
      'punctuation ,',
      'number 540',
      'punctuation )',
      'operator .',
    ])
  })

  it('takes a quote within quotes as part of the atom', () => {
    expect(tokens("'O''Hare'")).toEqual(["quoted 'O''Hare'"])
    expect(tokens("'O\\'Hare'")).toEqual(["quoted 'O\\'Hare'"])
  })

  it('lets a comment go to the end of the line, but not from within quotes', () => {
    expect(tokens("a % b('c')")).toEqual(['atom a', "comment % b('c')"])
    expect(tokens("'50 %'.")).toEqual(["quoted '50 %'", 'operator .'])
  })

  it('loses and adds nothing, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        expect(
          highlightProlog(line)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(line)
      }),
    )
  })
})
