import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactSchema } from '../planning/fact-schema.ts'
import { completionGrammar, readCompletion, writeCompletion } from './completion.ts'

const schema: FactSchema = {
  domain: 'test',
  predicates: [
    {
      name: 'busy',
      args: [
        { name: 'who', kind: 'person' },
        { name: 'from', kind: 'clock', optional: true },
      ],
      doc: '',
    },
    { name: 'earliest', args: [], doc: '' },
  ],
}
const marked = [
  { start: 0, end: 3 },
  { start: 4, end: 8 },
  { start: 9, end: 11 },
]

describe('completion', () => {
  it('reads back what it wrote', () => {
    const word = fc.constantFrom(...marked)
    const busy = fc.tuple(word, fc.option(word)).map(([who, from]) => ({ predicate: 'busy', args: [who, from] }))
    const earliest = fc.constant({ predicate: 'earliest', args: [] })
    fc.assert(
      fc.property(fc.array(fc.oneof(busy, earliest), { minLength: 1, maxLength: 6 }), (facts) => {
        const reading = readCompletion(writeCompletion(facts, marked) ?? '', schema, marked)

        const read = reading.status === 'facts' ? reading.facts.map(({ predicate, args }) => ({ predicate, args })) : []
        expect(read).toEqual(facts)
      }),
    )
  })

  it('points at the first and the last word of a longer name', () => {
    const completion = writeCompletion([{ predicate: 'busy', args: [{ start: 0, end: 8 }, null] }], marked)

    expect(completion).toBe('busy:\uE000\uE001_')
  })

  it('reads the model’s own "no constraint"', () => {
    expect(readCompletion('none:', schema, marked)).toEqual({ status: 'no-constraint' })
  })

  it.each([
    ['a predicate nobody knows', 'halt:'],
    ['a marker of no word', 'busy:\uE009\uE009_'],
    ['a range that runs backwards', 'busy:\uE002\uE000_'],
    ['a necessary argument left out', 'busy:__'],
    ['nothing at all', ''],
  ])('calls %s malformed', (_, completion) => {
    expect(readCompletion(completion, schema, marked).status).toBe('malformed')
  })

  it('never throws and points at words only, whatever the completion', () => {
    const piece = fc.constantFrom(
      'busy:',
      'earliest:',
      'none:',
      '_',
      '\uE000',
      '\uE001',
      '\uE002',
      '\uE003',
      '\uE0FF',
      'x',
    )
    const completions = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(completions, (completion) => {
        const reading = readCompletion(completion, schema, marked)
        const ranges = reading.status === 'facts' ? reading.facts.flatMap(({ args }) => args) : []
        expect(ranges.every((range) => range === null || range.end > range.start)).toBe(true)
      }),
    )
  })

  it('has one grammar for the domain, in which arguments are markers', () => {
    expect(completionGrammar(schema)).toContain('"busy:" words optional | "earliest:"')
  })
})
