/** Planwright's own small models point at words of their prompt: each word is followed by one of these characters. */
const firstMarker = 0xe000
const markerCount = 256
const markerPattern = /[\uE000-\uE0FF]/u
/** Characters that mean structure and are no part of a word. */
const structurePattern = /[\uE100-\uF8FF]/gu

/** The words of a prompt by their marker; empty for a prompt without markers. */
function markedWords(prompt: string): { start: number; end: number }[] {
  const words: { start: number; end: number }[] = []
  let from = 0
  for (let at = 0; at < prompt.length; at++) {
    const marker = prompt.charCodeAt(at) - firstMarker
    if (marker < 0 || marker >= markerCount) continue
    const before = prompt.slice(from, at)
    const lead = /^[^\p{L}\p{N}]*/u.exec(before)?.[0].length ?? 0
    words[marker] = { start: from + (lead < before.length ? lead : 0), end: at }
    from = at + 1
  }
  return words
}

/**
 * What a model has written so far, for reading: facts with the words they point at, one a line, the last perhaps unfinished.
 * A completion that points at nothing (a chat model's) is given as it is. For the eye only: facts are read by the engine.
 */
export function readPointedWords(prompt: string, completion: string): string[] {
  if (!markerPattern.test(prompt)) return completion.split('\n').filter((line) => line.trim() !== '')
  const words = markedWords(prompt)
  const lines: string[] = []
  for (const [, name = '', pointers = ''] of completion.matchAll(/([a-z_]*[a-z]):?([_\uE000-\uE0FF]*)/gu)) {
    if (name === 'none') continue
    const args = readArguments(pointers, words, prompt)
    lines.push(args.length === 0 ? name : `${name}(${args.join(', ')}`)
  }
  // The last one may still grow.
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line}${line.includes('(') ? ').' : '.'}`))
}

function readArguments(pointers: string, words: readonly { start: number; end: number }[], prompt: string): string[] {
  const args: string[] = []
  for (let at = 0; at < pointers.length; ) {
    if (pointers[at] === '_') {
      args.push('any')
      at += 1
      continue
    }
    const first = words[pointers.charCodeAt(at) - firstMarker]
    // Until the last word is known, the first one stands for the argument.
    const last = at + 1 < pointers.length ? words[pointers.charCodeAt(at + 1) - firstMarker] : first
    at += 2
    if (first === undefined || last === undefined || last.end < first.start) args.push('?')
    else args.push(`'${bareText(prompt.slice(first.start, last.end))}'`)
  }
  return args
}

/** Prompts have no blanks: a word ends where its marker stands. */
function bareText(text: string): string {
  return text
    .replaceAll(/[\uE000-\uE0FF]/gu, ' ')
    .replaceAll(structurePattern, '')
    .trim()
}
