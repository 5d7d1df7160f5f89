import type { TextRange } from '../planning/segment.ts'
import { readAtoms } from './atom.ts'
import { firstMarker, markerCount } from './small-model-prompt.ts'

/** A word, a number or a sign of a prompt; `origin` is where the problem text has it, where it is unchanged. */
interface PromptAtom {
  readonly text: string
  readonly marker: number | undefined
  readonly origin: TextRange | undefined
}

/** A prompt as a person changed it, read as words again. */
export interface EditedPrompt {
  /** Its words as plain text, to be read as the problem text is. */
  readonly words: string
  /** Where in `words` each marker's word stands, by the marker's number. */
  readonly marked: readonly (TextRange | undefined)[]
  /** Where the problem text has this stretch of `words`; undefined where a person wrote any of it. */
  originOf(range: TextRange): TextRange | undefined
}

const piece = /[\uE000-\uF8FF]|\p{L}[\p{L}\p{M}]*|\d+(?:[:.]\d+)*|[^\s]/gu
const privateUse = /^[\uE000-\uF8FF]$/u
/** Cells of a comparison, at most: no prompt that a small model could read comes near. */
const mostCells = 4_000_000

/**
 * Reads an edited prompt of the small models' language. `shown` are the stretches of the problem text that the prompt
 * was made of: what still stands as it was there keeps its place, and the white space that prompts leave out.
 */
export function readEditedPrompt(prompt: string, text: string, shown: readonly TextRange[]): EditedPrompt {
  const atoms = withOrigins(readPrompt(prompt), text, shown)
  const ranges: TextRange[] = []
  const marked: (TextRange | undefined)[] = []
  let words = ''
  for (const [index, atom] of atoms.entries()) {
    const before = atoms[index - 1]
    if (before !== undefined) words += gapBetween(before, atom, text)
    const range = { start: words.length, end: words.length + atom.text.length }
    words += atom.text
    ranges.push(range)
    if (atom.marker !== undefined) marked[atom.marker] ??= range
  }
  return {
    words,
    marked: Array.from({ length: marked.length }, (_, index) => marked[index]),
    originOf({ end, start }) {
      const inside = atoms.filter((_, index) => {
        const range = ranges[index]
        return range !== undefined && range.start >= start && range.end <= end
      })
      const [first, last] = [inside[0]?.origin, inside.at(-1)?.origin]
      if (first === undefined || last === undefined) return undefined
      const isWhole = inside.every(({ origin }, index) => {
        const next = inside[index + 1]
        return origin !== undefined && (next === undefined || (next.origin?.start ?? -1) >= origin.end)
      })
      return isWhole ? { start: first.start, end: last.end } : undefined
    },
  }
}

function readPrompt(prompt: string): { text: string; marker: number | undefined }[] {
  const atoms: { text: string; marker: number | undefined }[] = []
  for (const [text] of prompt.matchAll(piece)) {
    if (!privateUse.test(text)) {
      atoms.push({ text, marker: undefined })
      continue
    }
    const marker = text.charCodeAt(0) - firstMarker
    const last = atoms.at(-1)
    if (marker >= markerCount) atoms.push({ text: '\n', marker: undefined })
    else if (last !== undefined && last.marker === undefined) last.marker = marker
  }
  return atoms
}

/** The longest common sequence of both says which atoms are still those of the text. */
function withOrigins(
  written: readonly { text: string; marker: number | undefined }[],
  text: string,
  shown: readonly TextRange[],
): PromptAtom[] {
  const known = shown.flatMap((range) => readAtoms(text, range.start, range.end))
  if (known.length * written.length > mostCells) return written.map((atom) => ({ ...atom, origin: undefined }))
  const width = known.length + 1
  const longest = new Uint16Array((written.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = written.length - 1; row >= 0; row--) {
    for (let column = known.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        written[row]?.text === known[column]?.text
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  let column = 0
  return written.map((atom, row) => {
    while (column < known.length && known[column]?.text !== atom.text && at(row, column + 1) === at(row, column))
      column++
    const isKnown = known[column]?.text === atom.text && at(row, column) === at(row + 1, column + 1) + 1
    const origin = isKnown ? known[column++] : undefined
    return { ...atom, origin: origin === undefined ? undefined : { start: origin.start, end: origin.end } }
  })
}

/** As the text has it; between words of a person's, what is usual. */
function gapBetween(one: PromptAtom, next: PromptAtom, text: string): string {
  if (one.origin !== undefined && next.origin !== undefined && one.origin.end <= next.origin.start) {
    const gap = text.slice(one.origin.end, next.origin.start)
    if (gap.trim() === '') return gap
  }
  const isTight = /^[.,;:!?)\]%'’\-–/]/.test(next.text) || /[([/'’\-–]$/.test(one.text)
  return isTight || one.text === '\n' || next.text === '\n' ? '' : ' '
}
