import type { TextRange } from '../../planning/segment.ts'

/** A word of a text as it is compared: lower case, without the punctuation around it. */
interface ComparedWord extends TextRange {
  readonly word: string
}

function comparedWords(text: string): ComparedWord[] {
  return [...text.matchAll(/[\p{L}\d](?:[\p{L}\p{M}\d:.'’-]*[\p{L}\p{M}\d])?/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Every run of so many words of a text, in order. */
export function wordRuns(text: string, length: number): { readonly run: string; readonly range: TextRange }[] {
  const words = comparedWords(text)
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, from) => {
    const part = words.slice(from, from + length)
    return {
      run: part.map(({ word }) => word).join(' '),
      range: { start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 },
    }
  })
}
