import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseFacts } from '../../src/prolog/facts.ts'
import { printFact } from './print-fact.ts'

const argument = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.constantFrom('any', "O'Hare", 'a\\b', 'two\nlines'),
)

it('writes what the Prolog reader reads back', () => {
  fc.assert(
    fc.property(fc.array(argument, { maxLength: 4 }), (args) => {
      const fact = { predicate: 'busy', args }
      expect(parseFacts(printFact(fact)).facts).toEqual([fact])
    }),
  )
})
