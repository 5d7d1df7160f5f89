import type { TextRange } from '../planning/segment.ts'

/**
 * The smallest thing a model can point at: a run of letters, a number with its inner dots and colons ("9:30", "1.5"), or
 * one other character. Words and numbers can be pointed at, punctuation can't.
 */
export interface Atom extends TextRange {
  readonly text: string
  readonly isWord: boolean
}

const pattern = /\p{L}[\p{L}\p{M}]*|\d+(?:[:.]\d+)*|[½¼¾]|\n|[^\s]/gu
const word = /^[\p{L}\d½¼¾]/u
/** Characters of our own prompt language must never come from the text. */
const privateUse = /[\uE000-\uF8FF]/u

/** Atoms of `text` between two offsets, in order; white space but newlines is dropped. */
export function readAtoms(text: string, start: number, end: number): Atom[] {
  const atoms: Atom[] = []
  for (const match of text.slice(start, end).matchAll(pattern)) {
    if (privateUse.test(match[0])) continue
    const from = start + match.index
    atoms.push({ text: match[0], start: from, end: from + match[0].length, isWord: word.test(match[0]) })
  }
  return atoms
}

/** How many words (and numbers) a stretch of text has. */
export function countWords(text: string, start: number, end: number): number {
  return readAtoms(text, start, end).filter((atom) => atom.isWord).length
}
