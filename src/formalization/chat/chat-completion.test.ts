import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFacts } from '../../domains/calendar/facts.ts'
import { segmentText } from '../segmenter.ts'
import { chatGrammar, readChatCompletion } from './chat-completion.ts'

const text = 'Ana is away on Monday. Ben meets Ana (or Ana-Lu) on Monday for 30 minutes. Thanks!'
const segments = segmentText(text)

function read(completion: string) {
  const { diagnostics, translations } = readChatCompletion({
    text,
    segments,
    schema: calendarFacts,
    completion,
    lineConfidence: () => 0.5,
  })
  const words = translations.flatMap(({ facts }) =>
    facts.map(({ args, predicate }) => [
      predicate,
      ...args.map((range) => range && [range.start, text.slice(range.start, range.end)]),
    ]),
  )
  return { diagnostics, translations, words, outcomes: translations.map(({ outcome }) => outcome) }
}

describe('the lines of a chat model', () => {
  it('become facts of their sentences', () => {
    const { diagnostics, outcomes, words } = read('1 not_on("Ana", "Monday")\n2 duration("30 minutes")\n3 none\n')

    expect(diagnostics).toEqual([])
    expect(outcomes).toEqual(['facts', 'facts', 'no-constraint'])
    expect(words).toEqual([
      ['not_on', [0, 'Ana'], [15, 'Monday']],
      ['duration', [63, '30 minutes']],
    ])
  })

  it('find words in their sentence first, whatever the case and the space between them', () => {
    expect(read('2 participant("ana")\n2 duration("30  MINUTES")').words).toEqual([
      ['participant', [33, 'Ana']],
      ['duration', [63, '30 minutes']],
    ])
  })

  it('find whole words only, and take no letter for more than itself', () => {
    expect(read('1 participant("na")').diagnostics).toMatchObject([{ code: 'not-in-text' }])
    expect(read('1 participant("An")').diagnostics).toMatchObject([{ code: 'not-in-text', span: { segment: 0 } }])
    expect(read('2 participant("A.a")').diagnostics).toMatchObject([{ code: 'not-in-text' }])
    expect(read('2 participant("(or")').words).toEqual([['participant', [37, '(or']]])
  })

  it.each([
    ['a line that is no fact', 'hello', 'syntax'],
    ['a sentence that is not there', '9 none', 'syntax'],
    ['a predicate nobody knows', '1 weather("Ana")', 'syntax'],
    ['words that do not stand in the text', '1 participant("Cleo")', 'not-in-text'],
    ['too few arguments', '1 not_on("Ana")', 'not-in-text'],
    ['an argument left out that is needed', '1 not_on("Ana", -)', 'not-in-text'],
  ])('are complained of: %s', (_, line, code) => {
    expect(read(line).diagnostics).toMatchObject([{ severity: 'error', code }])
  })

  it('leave a sentence open that has none', () => {
    expect(read('3 none').outcomes).toEqual(['malformed', 'malformed', 'no-constraint'])
  })

  it('never throw, whatever they are', () => {
    const piece = fc.constantFrom(
      '1 ',
      '2 ',
      'none',
      'busy(',
      '"Ana"',
      '-',
      ', ',
      ')',
      '\n',
      '(',
      '"',
      '\\',
      '$&',
      '\u0000',
    )
    const lines = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(lines, (completion) => {
        for (const { facts } of read(completion).translations) {
          for (const range of facts.flatMap(({ args }) => args)) {
            if (range !== null) expect(range.end).toBeGreaterThan(range.start)
          }
        }
      }),
    )
  })
})

it('the grammar knows every predicate and which arguments may be absent', () => {
  expect(chatGrammar(calendarFacts)).toContain('"busy(" optional ", " optional ", " optional ", " optional ")"')
  expect(chatGrammar(calendarFacts)).toContain('"earliest(" ")"')
})
