import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentText } from './segmenter.ts'

const pieces = (text: string) => segmentText(text).map((segment) => text.slice(segment.start, segment.end))
const headings = (text: string, index: number) =>
  segmentText(text)[index]?.headings.map((range) => text.slice(range.start, range.end))

describe('segmenter', () => {
  it('cuts at the ends of sentences', () => {
    expect(pieces('Ana is busy. Can Ben come? Yes!')).toEqual(['Ana is busy.', 'Can Ben come?', 'Yes!'])
  })

  it('does not cut inside a time, an abbreviation or a number', () => {
    expect(pieces('We meet at 9.30 a.m. near St. Anne. It takes 1.5 hours.')).toEqual([
      'We meet at 9.30 a.m. near St. Anne.',
      'It takes 1.5 hours.',
    ])
  })

  it('keeps the number of a list item with its words', () => {
    expect(pieces('1. Ana comes late today, not before ten at all.')).toHaveLength(1)
  })

  it('takes short lines of a list together', () => {
    expect(pieces('Oslo: 3\nRiga: 4\nBergen: 2')).toEqual(['Oslo: 3\nRiga: 4\nBergen: 2'])
  })

  it('keeps table rows and drops the rule under the header', () => {
    const text =
      '| who | busy on these days and at these times of day |\n|---|---|\n| Ana with the long name | 9:00-10:00, 11:00-12:00 and 13:00-14:00 |'

    expect(pieces(text)).toHaveLength(2)
    expect(headings(text, 1)).toEqual(['who | busy on these days and at these times of day |'])
  })

  it('cuts a long list at its commas', () => {
    const pairs = Array.from({ length: 30 }, (_, index) => `City${index} and Town${index}`).join(', ')

    expect(pieces(pairs).length).toBeGreaterThan(3)
  })

  it('shows the later pieces of a long sentence how it began', () => {
    const times = Array.from({ length: 20 }, (_, index) => `${index}:00 to ${index}:30`).join(', ')
    const text = `Ana has meetings on Monday during ${times}.`

    expect(headings(text, 0)).toEqual([])
    expect(headings(text, 2)).toEqual(['Ana has meetings on Monday during'])
  })

  it('puts a line under the heading that ends in a colon', () => {
    expect(headings('Ana:\nbusy on Monday morning from nine to eleven and later too', 1)).toEqual(['Ana:'])
  })

  it('shows the text just before', () => {
    const text = 'Ana is away on Monday. She is back on Tuesday.'
    const before = segmentText(text)[1]?.before.map((range) => text.slice(range.start, range.end))

    expect(before).toEqual(['', 'Ana is away on Monday.'])
  })

  it('begins a new stretch, with some words of context, where one gets long', () => {
    const text = Array.from({ length: 30 }, (_, index) => `Ana is busy on day ${index}.`).join(' ')
    const stretches = segmentText(text).filter(({ before }) => before.length === 1)
    const shown = stretches.map(({ before }) => text.slice(before[0]?.start, before[0]?.end))

    expect(stretches.map(({ index }) => index)).toEqual([0, 16])
    expect(shown[1]).toBe(Array.from({ length: 4 }, (_, index) => `Ana is busy on day ${index + 12}`).join('. '))
  })

  it('covers every word of any text exactly once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab 1.,;:\n|-!?'), maxLength: 400 }), (text) => {
        const covered = segmentText(text)
        let end = 0
        for (const segment of covered) {
          expect(segment.start).toBeGreaterThanOrEqual(end)
          end = segment.end
        }
        const letters = (part: string) => part.replaceAll(/[^ab1]/g, '')
        expect(letters(pieces(text).join(''))).toBe(letters(text))
      }),
    )
  })
})
