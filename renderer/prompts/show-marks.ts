import { promptStrings } from './strings.ts'

/** A stretch of a raw prompt: letters, or a sign of the small models' language in words. */
export interface MarkedText {
  readonly text: string
  readonly isMark: boolean
}

const names: Readonly<Record<number, string>> = {
  57856: promptStrings.marks.classify,
  57857: promptStrings.marks.headingEnd,
  57858: promptStrings.marks.beforeEnd,
  57859: promptStrings.marks.answer,
  57860: promptStrings.marks.wordEnd,
  57872: 'calendar',
  57873: 'trip',
  57874: 'meeting',
}
const firstMarker = 0xe000
const firstStructure = 0xe100

/** Makes the private-use characters of the small models' prompt language readable. */
export function showMarks(prompt: string): MarkedText[] {
  const shown: MarkedText[] = []
  for (const piece of prompt.split(/([\uE000-\uF8FF])/)) {
    if (piece === '') continue
    const code = piece.charCodeAt(0)
    if (code < firstMarker || code > 0xf8ff) shown.push({ text: piece, isMark: false })
    else if (code < firstStructure) shown.push({ text: `⟨${code - firstMarker}⟩`, isMark: true })
    else shown.push({ text: `‹${names[code] ?? code.toString(16)}›`, isMark: true })
  }
  return shown
}
