const narrow = /[ijlI.,:;|!'()[\] ]/
const slim = /[ftr\-–/]/
const wide = /[mwMW@%—…]/
const capital = /[A-Z0-9\u00c0-\u00de]/

/** Width in px of a text in Inter, by the look of its letters: pictures are laid out where there is no screen to measure on. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0
  for (const letter of text) {
    if (narrow.test(letter)) ems += 0.3
    else if (slim.test(letter)) ems += 0.42
    else if (wide.test(letter)) ems += 0.9
    else ems += capital.test(letter) ? 0.68 : 0.59
  }
  return ems * fontSize
}

/** The text as far as it fits, with an ellipsis where it is cut; empty where not even two letters fit. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}…`, fontSize) > width) letters.pop()
  return letters.length < 2 ? '' : `${letters.join('').trimEnd()}…`
}

/** The text in lines of at most `width` px, cut between its words. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart()
    if (lines.length > 0 && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
