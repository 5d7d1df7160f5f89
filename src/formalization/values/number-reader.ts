const small: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
}
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

/** Words of a text, lower case: letters, numbers ("1.5"), fractions; a letter glued to a number is a word of its own. */
export function readWords(text: string): string[] {
  return text.toLowerCase().match(/\d+(?:[.,]\d+)?|[½¼¾]|\p{L}[\p{L}\p{M}]*/gu) ?? []
}

/** The value of one word: "twelve", "12", "twelfth", "½"; undefined for anything else. */
export function readNumberWord(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word.replace(',', '.'))
  return small[word] ?? tens[word] ?? ordinals[word] ?? fractions[word]
}

/**
 * Reads the number at the beginning of `words` ("twenty five", "a hundred and twenty", "2 ½"); how many words it took.
 */
export function readNumber(words: readonly string[]): { value: number; length: number } | undefined {
  let at = words[0] === 'a' && words[1] === 'hundred' ? 1 : 0
  if (words[at] === 'hundred') {
    at += 1
    if (words[at] === 'and') at += 1
    const rest = readNumber(words.slice(at))
    return { value: 100 + (rest?.value ?? 0), length: rest === undefined ? at : at + rest.length }
  }
  const first = readNumberWord(words[at] ?? '')
  if (first === undefined) return undefined
  const second = readNumberWord(words[at + 1] ?? '')
  const isTens = tens[words[at] ?? ''] !== undefined
  const fraction = fractions[words[at + 1] ?? '']
  if (fraction !== undefined) return { value: first + fraction, length: at + 2 }
  if (isTens && second !== undefined && second > 0 && second < 10) return { value: first + second, length: at + 2 }
  return { value: first, length: at + 1 }
}
