import type { Segment, TextRange } from '../planning/segment.ts'
import { countWords, readAtoms } from './atom.ts'
import { splitSentences } from './sentences.ts'
import { joinStretches } from './stretches.ts'

/** A segment longer than this many words is cut at commas and semicolons, into pieces of at least `cutWords`. */
const maxSegmentWords = 26
const cutWords = 9
/** Short lines of one list are taken together up to this many words. */
const packedWords = 24
const shortLineWords = 9
const headingWords = 28
/** A piece of a long list shows how its sentence began: "Ana is busy on Monday from". */
const sentenceHeadWords = 6

interface Unit extends TextRange {
  readonly line: number
  readonly words: number
  readonly isWholeLine: boolean
  readonly sentenceHead: TextRange | undefined
}

/**
 * Cuts a problem into pieces for a small model: sentences, lines, table rows, chunks of long lists. It looks at
 * punctuation and line structure only, never at a content word.
 */
export function segmentText(text: string): Segment[] {
  const lines = readLines(text)
  const units: Unit[] = []
  lines.forEach((line, index) => {
    if (isTableRule(text, line)) return
    const sentences = isTableRow(text, line) ? [line] : splitSentences(text, line.start, line.end)
    for (const sentence of sentences) {
      const pieces = splitLong(text, sentence)
      const isWholeLine = sentences.length === 1 && pieces.length === 1
      pieces.forEach((piece, place) => {
        const words = countWords(text, piece.start, piece.end)
        const sentenceHead = place === 0 ? undefined : firstWords(text, sentence)
        units.push({ ...piece, line: index, words, isWholeLine, sentenceHead })
      })
    }
  })
  const headings = new HeadingTracker(text, lines)
  const pieces = packShortLines(units.filter((unit) => unit.words > 0)).map((unit) => ({
    start: unit.start,
    end: unit.end,
    words: unit.words,
    headings: [...headings.above(unit), ...(unit.sentenceHead === undefined ? [] : [unit.sentenceHead])],
  }))
  return joinStretches(text, pieces)
}

function readLines(text: string): TextRange[] {
  const lines: TextRange[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    const leading = match[0].length - match[0].trimStart().length
    const start = match.index + leading
    const end = match.index + match[0].trimEnd().length
    if (end > start) lines.push({ start, end })
  }
  return lines
}

const isTableRow = (text: string, line: TextRange) => {
  const cells = text.slice(line.start, line.end).split('|').length - 1
  return cells >= 2 || /\t/.test(text.slice(line.start, line.end).trim())
}

const isTableRule = (text: string, line: TextRange) => /^[\s|:+=_-]+$/.test(text.slice(line.start, line.end))

/** Cuts a stretch of too many words at semicolons, else at commas, into pieces of a good size. */
function splitLong(text: string, range: TextRange): TextRange[] {
  if (countWords(text, range.start, range.end) <= maxSegmentWords) return [range]
  const cuts: number[] = []
  const atoms = readAtoms(text, range.start, range.end)
  const separator = atoms.filter((atom) => atom.text === ';').length >= 2 ? /^;$/ : /^[;,]$/
  let words = 0
  for (const atom of atoms) {
    if (atom.isWord) words += 1
    if (separator.test(atom.text) && words >= cutWords) {
      cuts.push(atom.end)
      words = 0
    }
  }
  const pieces: TextRange[] = []
  let start = range.start
  for (const cut of [...cuts, range.end]) {
    const lead = text.slice(start, cut).length - text.slice(start, cut).trimStart().length
    if (start + lead < cut) pieces.push({ start: start + lead, end: cut })
    start = cut
  }
  return pieces
}

function firstWords(text: string, range: TextRange): TextRange {
  const words = readAtoms(text, range.start, range.end).filter((atom) => atom.isWord)
  return { start: range.start, end: words[Math.min(words.length, sentenceHeadWords) - 1]?.end ?? range.end }
}

function packShortLines(units: readonly Unit[]): Unit[] {
  const result: Unit[] = []
  let open: Unit | undefined
  for (const unit of units) {
    const short = unit.isWholeLine && unit.words <= shortLineWords
    if (open !== undefined && short && unit.line === open.line + 1 && open.words + unit.words <= packedWords) {
      open = { ...open, end: unit.end, line: unit.line, words: open.words + unit.words }
      result[result.length - 1] = open
    } else {
      open = short ? unit : undefined
      result.push(unit)
    }
  }
  return result
}

/** Which headings a place in the text stands under. */
class HeadingTracker {
  readonly #headings: { range: TextRange; line: number; rank: number }[] = []

  constructor(text: string, lines: readonly TextRange[]) {
    for (const line of lines.keys()) {
      const heading = readHeading(text, lines, line)
      if (heading !== undefined) this.#headings.push({ ...heading, line })
    }
  }

  /** The nearest heading above, and the nearest one of a higher rank above that; outermost first. */
  above(unit: Unit): TextRange[] {
    const found: { range: TextRange; rank: number }[] = []
    for (let at = this.#headings.length - 1; at >= 0 && found.length < 2; at--) {
      const heading = this.#headings[at]
      if (heading === undefined || heading.range.start >= unit.start) continue
      const inner = found[0]
      if (inner === undefined || heading.rank < inner.rank) found.unshift(heading)
    }
    return found.map((heading) => heading.range)
  }
}

/** Rank 0: a markdown title; 1: a line or last sentence that ends in a colon; 2: a table's header row. */
function readHeading(
  text: string,
  lines: readonly TextRange[],
  index: number,
): { range: TextRange; rank: number } | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const words = text.slice(line.start, line.end)
  if (/^#{1,6}\s/.test(words)) return { range: limitWords(text, line), rank: 0 }
  const next = lines[index + 1]
  if (isTableRow(text, line) && next !== undefined && isTableRule(text, next)) {
    return { range: limitWords(text, line), rank: 2 }
  }
  if (/:[*_]*$/.test(words)) {
    const sentence = splitSentences(text, line.start, line.end).at(-1) ?? line
    const bullet = /^\s*(?:[-*•]|\d+[.)])\s/.test(words)
    return { range: limitWords(text, sentence), rank: bullet ? 1.5 : 1 }
  }
  return undefined
}

function limitWords(text: string, range: TextRange): TextRange {
  const words = readAtoms(text, range.start, range.end).filter((atom) => atom.isWord)
  const first = words[Math.max(0, words.length - headingWords)]
  return first === undefined ? range : { start: Math.max(range.start, first.start), end: range.end }
}
