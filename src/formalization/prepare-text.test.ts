import { describe, expect, it } from 'vitest'
import { defaultFormalizeLimits } from './formalizer.ts'
import { prepareText } from './prepare-text.ts'

const prepare = (text: string, limits = defaultFormalizeLimits) => prepareText({ text, limits })

describe('a text to plan from', () => {
  it.each([
    ['empty', '', 'no text'],
    ['blank', ' \n\t ', 'no text'],
    ['too long', 'a'.repeat(40_001), 'too long'],
    ['a zero byte', 'Ana\u0000Ben', 'not text'],
    ['what a decoder writes for bytes that are none', 'Ana \uFFFD', 'not text'],
    ['an escape sequence', 'Ana \u001b[2J', 'not text'],
  ])('is refused: %s', (_, text, why) => {
    expect(() => prepare(text)).toThrow(why)
  })

  it('is refused where it has too many sentences', () => {
    expect(() => prepare('We meet. '.repeat(9), { ...defaultFormalizeLimits, segments: 8 })).toThrow('too long')
  })

  it('may be written in any language, with tabs and line ends of any kind', () => {
    expect(prepare('Ана занята\tв среду.\r\nΆννα ελεύθερη 📅').length).toBeGreaterThan(0)
  })
})
