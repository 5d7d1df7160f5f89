import type { Segment, TextRange } from '../planning/segment.ts'
import { readAtoms } from './atom.ts'

/** A stretch of segments ends before it gets longer than this. */
const stretchWords = 96
/** What a stretch shows of the text before it. */
const contextWords = 24

/** A piece of text that is to become a segment. */
export interface Piece extends TextRange {
  readonly words: number
  readonly headings: readonly TextRange[]
}

/**
 * Makes segments of pieces. Neighbours form a stretch, as long as those headings that can't be seen in it are the same for
 * all: then the prompt of each is a beginning of the prompt of the last.
 */
export function joinStretches(text: string, pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = []
  let open: Segment | undefined
  let words = 0
  pieces.forEach(({ end, headings, start, words: pieceWords }, index) => {
    const piece = { index, start, end, headings: [...headings] }
    const joined: Segment | undefined =
      open === undefined || words + pieceWords > stretchWords
        ? undefined
        : { ...piece, before: [...open.before, { start: open.start, end: open.end }] }
    if (
      joined !== undefined &&
      open !== undefined &&
      sameRanges(headingsOutOfSight(joined), headingsOutOfSight(open))
    ) {
      words += pieceWords
      open = joined
    } else {
      words = pieceWords
      open = { ...piece, before: [contextBefore(text, start)] }
    }
    segments.push(open)
  })
  return segments
}

/** The headings of a segment that stand before everything its stretch shows. */
export function headingsOutOfSight({ before, headings, start }: Segment): TextRange[] {
  return headings.filter((heading) => heading.start < (before[0]?.start ?? start))
}

const sameRanges = (one: readonly TextRange[], other: readonly TextRange[]) =>
  one.length === other.length && one.every((range, index) => range.start === other[index]?.start)

function contextBefore(text: string, start: number): TextRange {
  const from = Math.max(0, start - 400)
  const words = readAtoms(text, from, start).filter((atom) => atom.isWord)
  const first = words[Math.max(0, words.length - contextWords)]
  return first === undefined ? { start, end: start } : { start: first.start, end: words.at(-1)?.end ?? start }
}
