import type { TextRange } from '../planning/segment.ts'

/**
 * Ends of sentences by punctuation alone: a full stop, question or exclamation mark, followed by white space and
 * something that can begin a sentence. A dot after a single letter, a short capitalised abbreviation such as "St." or inside
 * "a.m." ends nothing.
 */
export function splitSentences(text: string, start: number, end: number): TextRange[] {
  const sentences: TextRange[] = []
  let from = start
  const line = text.slice(start, end)
  for (const match of line.matchAll(/[.!?…]+["'”’)\]]*(?=\s+\S)/g)) {
    const at = start + match.index + match[0].length
    const head = text.slice(from, start + match.index)
    if (from === start && isListNumber(head)) continue
    if (match[0].startsWith('..') && /^[\p{Ll}\d]/u.test(text.slice(at, end).trimStart())) continue
    if (match[0].startsWith('.') && isAbbreviation(head, text.slice(at, end))) continue
    sentences.push(trim(text, from, at))
    from = at
  }
  sentences.push(trim(text, from, end))
  return sentences.filter((sentence) => sentence.end > sentence.start)
}

function isAbbreviation(head: string, tail: string): boolean {
  const last = /(\S+)$/.exec(head)?.[1] ?? ''
  const next = tail.trimStart()
  if (/^(?:\p{L}\.)+\p{L}$/u.test(last)) return !/^[\p{Lu}\d]/u.test(next) || /^\p{Lu}\p{L}?\./u.test(next)
  if (/^\p{L}$/u.test(last)) return true
  if (/^\p{Lu}\p{Ll}{0,2}$/u.test(last) && /^\p{Lu}/u.test(next)) return head.trim() !== last ? isTitle(last) : false
  return /^\p{Ll}/u.test(next) && last.length <= 4
}

/** "1." at the beginning of a line. */
const isListNumber = (head: string) => /^[\s*•–-]*\d{1,3}$/.test(head)

/** Two letters and a capital after it: St. Anne, Mr. Lee, Dr. Who; "Mon. Then" is three. */
const isTitle = (word: string) => word.length <= 2

function trim(text: string, start: number, end: number): TextRange {
  const slice = text.slice(start, end)
  const lead = slice.length - slice.trimStart().length
  return { start: start + lead, end: start + slice.trimEnd().length }
}
