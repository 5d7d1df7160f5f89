import { expect, test } from 'vitest'
import { checkFacts, isWellFormed, wellFormedFacts } from './check-facts.ts'
import type { FactSchema } from './fact-schema.ts'

const schema: FactSchema = {
  domain: 'demo',
  predicates: [
    {
      name: 'busy',
      args: [
        { name: 'who', kind: 'person' },
        { name: 'from', kind: 'clock', optional: true },
      ],
      doc: 'who is busy from from on',
    },
  ],
}

test('an optional argument may be absent', () => {
  expect(checkFacts(schema, [{ predicate: 'busy', args: ['Ana', null] }])).toEqual([])
})

test.each([
  ['busy lacks its who', [null, 540]],
  ['busy needs a name as its who', [3, 540]],
  ['busy needs a name as its who', [' ', 540]],
  ['busy needs a whole number from 0 to 1440 as its from', ['Ana', 1441]],
  ['busy needs a whole number from 0 to 1440 as its from', ['Ana', 'noon']],
  ['busy takes 2 arguments, not 1', ['Ana']],
])('says what is wrong: %s', (message, args) => {
  const facts = [{ predicate: 'busy', args }]
  expect(checkFacts(schema, facts)).toMatchObject([{ severity: 'error', message, factIndices: [0] }])
})

test('an unknown predicate is named with its domain', () => {
  expect(checkFacts(schema, [{ predicate: 'sunny', args: [] }])[0]?.message).toBe('sunny is no fact of the demo domain')
})

test('facts of the right shape keep their place', () => {
  const facts = [
    { predicate: 'sunny', args: [] },
    { predicate: 'busy', args: ['Ana', 540] },
  ]
  expect(wellFormedFacts(schema, facts)).toEqual([{ predicate: 'busy', args: ['Ana', 540], index: 1 }])
  expect(facts.map((fact) => isWellFormed(schema, fact))).toEqual([false, true])
})
