import { firstMarker, structure } from '../small-model-prompt.ts'

/** A fact as a script gives it: a predicate and for each argument words of the prompt, null for none. */
export type ScriptedFact = readonly [predicate: string, ...args: (string | null)[]]

const marked = /(\p{L}[\p{L}\p{M}]*|\d+(?:[:.]\d+)*|[½¼¾])([\uE000-\uE0FF])/gu

/** The words of the segment that a prompt asks about, without what stands above and before it. */
export function wordsAskedAbout(prompt: string): string {
  const own = prompt.slice(prompt.lastIndexOf(structure.beforeEnd) + 1)
  return [...own.matchAll(marked)].map(([, word]) => word).join(' ')
}

/** What a small model would write for these facts: each argument as the last place in the prompt where its words stand. */
export function pointAtWords(prompt: string, facts: readonly ScriptedFact[]): string {
  const words = [...prompt.matchAll(marked)].map(([, word = '', mark = '']) => ({ word, mark }))
  const place = (argument: string): string => {
    const wanted = argument.split(' ')
    const at = words.findLastIndex((_, from) => wanted.every((word, offset) => words[from + offset]?.word === word))
    if (at < 0) throw new RangeError(`"${argument}" is not in the prompt`)
    return `${words[at]?.mark}${words[at + wanted.length - 1]?.mark}`
  }
  return facts
    .map(([predicate, ...args]) => `${predicate}:${args.map((one) => (one === null ? '_' : place(one))).join('')}`)
    .join('')
}

/** A marker that stands for no word of a short prompt. */
export const strayMarker = String.fromCharCode(firstMarker + 255)
