import fc from 'fast-check'
import type { Term } from '../../planning/term.ts'

/** Names of atoms, the awkward ones included: quotes, symbols, controls, emoji, lone surrogates. */
export const arbitraryName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'#$&*+-./:<=>?@^~\\') }),
  fc.constantFrom(
    'any',
    '[]',
    '{}',
    ',',
    '|',
    '!',
    ';',
    '.',
    '',
    '-',
    ':-',
    'is',
    'mod',
    'dynamic',
    '\\+',
    '/*',
    "Fisherman's Wharf",
    '\ud800',
    '\\',
    '%',
    'a\nb',
  ),
)

const arbitraryNumber = fc
  .oneof(fc.maxSafeInteger(), fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => (value === 0 ? 0 : value))

/** Any term that has a text, lists with an open tail among them. */
export const arbitraryTerm: fc.Arbitrary<Term> = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    arbitraryName.map((name): Term => ({ type: 'atom', name })),
    arbitraryNumber.map((value): Term => ({ type: 'number', value })),
    fc.constantFrom('X', '_', '_G1', 'Été', 'Ab_c').map((name): Term => ({ type: 'variable', name })),
    fc.array(tie('term'), { maxLength: 4 }).map((items): Term => ({ type: 'list', items })),
    fc
      .tuple(arbitraryName, fc.array(tie('term'), { minLength: 1, maxLength: 3 }))
      .filter(([functor, args]) => functor !== '.' || args.length !== 2)
      .map(([functor, args]): Term => ({ type: 'compound', functor, args })),
    fc.tuple(tie('term'), arbitraryName).map(([head, name]): Term => {
      return { type: 'compound', functor: '.', args: [head, { type: 'atom', name }] }
    }),
  ),
})).term
