import type { Segment, TextRange } from '../planning/segment.ts'
import { readAtoms } from './atom.ts'
import { headingsOutOfSight } from './stretches.ts'

/**
 * The language between Planwright and its own small model. Every word of a prompt is followed by a marker, one
 * private-use character; the model answers with markers and so can only ever name words that are there. The characters
 * are tokens of their own, and the text's private-use characters are dropped, so no text can pose as structure.
 */
export const firstMarker = 0xe000
export const markerCount = 256
export const structure = {
  classify: '\uE200',
  headingEnd: '\uE201',
  beforeEnd: '\uE202',
  answer: '\uE203',
  wordEnd: '\uE204',
  domain: { calendar: '\uE210', trip: '\uE211', meeting: '\uE212' } as Readonly<Record<string, string>>,
} as const

/** A prompt, and the words its markers stand for. */
export interface MarkedPrompt {
  readonly prompt: string
  readonly marked: readonly TextRange[]
}

/**
 * Headings that stand further up, the context, the earlier segments of the stretch and the segment itself, each closed, and
 * every word marked. The prompt of a segment goes on where that of the segment before it in its stretch ended.
 */
export function markSegment(text: string, segment: Segment, domain: string): MarkedPrompt {
  const marked: TextRange[] = []
  const write = (range: TextRange): string => {
    let written = ''
    for (const atom of readAtoms(text, range.start, range.end)) {
      written += atom.text
      if (!atom.isWord || marked.length >= markerCount) continue
      written += String.fromCharCode(firstMarker + marked.length)
      marked.push({ start: atom.start, end: atom.end })
    }
    return written
  }
  let prompt = structure.domain[domain] ?? ''
  for (const heading of headingsOutOfSight(segment)) prompt += write(heading) + structure.headingEnd
  segment.before.forEach((range, index) => {
    const next = segment.before[index + 1] ?? segment
    const lineEnds = text.slice(range.end, next.start).includes('\n') ? '\n' : ''
    prompt += write(range) + lineEnds + structure.beforeEnd
  })
  prompt += write(segment) + structure.answer
  return { prompt, marked }
}

const classifyHeadWords = 110
const classifyTailWords = 40

/** The question "which planning problem is this, if any?": the beginning and the end of the text, without markers. */
export function classifyPrompt(text: string): string {
  const atoms = readAtoms(text, 0, text.length)
  const limit = classifyHeadWords + classifyTailWords
  const kept =
    atoms.length <= limit ? atoms : [...atoms.slice(0, classifyHeadWords), ...atoms.slice(-classifyTailWords)]
  const written = kept.map((atom) => atom.text + (atom.isWord ? structure.wordEnd : '')).join('')
  return structure.classify + written + structure.answer
}
