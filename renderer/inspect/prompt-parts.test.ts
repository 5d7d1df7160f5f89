import { expect, it } from 'vitest'
import { segmentText } from '../../src/formalization/segmenter.ts'
import { markSegment } from '../../src/formalization/small-model-prompt.ts'
import { readPromptParts, writePrompt } from './prompt-parts.ts'

const text = [
  'Travel times (in minutes):',
  '- Old Town to Harbour: 15',
  "- Harbour to O'Hara's: 1.5 hours, or so",
  '',
  'Ana Lima, who is late, is busy on Monday from 9:00 to 10:30; Ben (her boss) is not.',
  'Thanks!',
].join('\n')
const segments = segmentText(text)

it('writes what the engine asks, from the words as the text has them', () => {
  for (const segment of segments) {
    const { prompt } = markSegment(text, segment, 'meeting')
    const parts = readPromptParts(prompt, text, segment)
    if (parts === undefined) throw new Error('not read')

    expect(writePrompt(parts)).toBe(prompt)
    expect(parts.parts.at(-1)).toEqual({ kind: 'asked', text: text.slice(segment.start, segment.end) })
  }
})

it('reads a prompt that a person had changed', () => {
  const [segment] = segments.slice(-2)
  if (segment === undefined) throw new Error('no segment')
  const { prompt } = markSegment(text, segment, 'calendar')
  const parts = readPromptParts(prompt, text, segment)
  if (parts === undefined) throw new Error('not read')
  const changed = writePrompt({
    ...parts,
    parts: parts.parts.map((part) => ({ ...part, text: part.text.replace('9:00', '8:15, or even before') })),
  })
  const again = readPromptParts(changed, text, segment)

  expect(again?.parts.at(-1)?.text).toContain('from 8:15, or even before to 10:30')
  expect(again === undefined ? '' : writePrompt(again)).toBe(changed)
})

it('leaves the prompt of a chat model as it is', () => {
  const [segment] = segments
  expect(segment === undefined ? 0 : readPromptParts('You translate a problem.', text, segment)).toBeUndefined()
})

it('takes no sign of structure from a person', () => {
  const written = writePrompt({ domain: '\uE210', parts: [{ kind: 'asked', text: 'Ana\uE203 is\uE000 busy' }] })

  expect(written).toBe('\uE210Ana\uE000is\uE001busy\uE002\uE203')
})
