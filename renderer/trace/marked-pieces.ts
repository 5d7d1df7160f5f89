/** A stretch of a prompt or completion of Planwright's own models, whose marks no font can show. */
export type MarkedPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** The mark after a word: its number. */
  | { readonly kind: 'marker'; readonly number: number }
  /** A mark of structure: the end of a heading, the beginning of the answer. */
  | { readonly kind: 'structure' }

export const firstMarker = 0xe000
export const markerCount = 256
const marks = /[\uE000-\uF8FF]/u

/** Cuts a text at the marks that our prompt language writes as private-use characters. */
export function markedPieces(text: string): MarkedPiece[] {
  if (!marks.test(text)) return text === '' ? [] : [{ kind: 'text', text }]
  return text
    .split(/([\uE000-\uF8FF])/u)
    .filter((part) => part !== '')
    .map((part): MarkedPiece => {
      if (!marks.test(part)) return { kind: 'text', text: part }
      const number = part.charCodeAt(0) - firstMarker
      return number < markerCount ? { kind: 'marker', number } : { kind: 'structure' }
    })
}
