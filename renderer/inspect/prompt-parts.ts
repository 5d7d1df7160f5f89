import type { Segment } from '../../src/planning/segment.ts'

/** A part of a small model's prompt, as a person reads and edits it. */
export interface PromptPart {
  readonly kind: 'heading' | 'before' | 'asked'
  readonly text: string
}

/** A prompt taken apart; `domain` is its first sign, which says what is planned. */
export interface PromptParts {
  readonly domain: string
  readonly parts: readonly PromptPart[]
}

const firstMarker = 0xe000
const markerCount = 256
const ends = { heading: '\uE201', before: '\uE202', asked: '\uE203' } as const
const atom = /\p{L}[\p{L}\p{M}]*|\d+(?:[:.]\d+)*|[½¼¾]|\n|[^\s]/gu
const isWord = /^[\p{L}\d½¼¾]/u
const privateUse = /[\uE000-\uF8FF]/gu

/** Takes a prompt of the small models apart; undefined for one of another language, a chat model's. */
export function readPromptParts(prompt: string, text: string, segment: Segment): PromptParts | undefined {
  const [domain = '', ...rest] = prompt
  if (!/^[\uE210-\uE21F]$/u.test(domain)) return undefined
  const asShown = { domain, parts: partsOfText(text, segment) }
  if (writePrompt(asShown) === prompt) return asShown
  const parts = [...rest.join('').matchAll(/([^\uE201-\uE203]*)([\uE201-\uE203])/gu)].map(([, words = '', end]) => {
    const kind = end === ends.heading ? 'heading' : end === ends.before ? 'before' : 'asked'
    return { kind, text: spaced(words) } as const
  })
  return { domain, parts }
}

/** The prompt as the model reads it: every word with its marker, every part with its end. */
export function writePrompt({ domain, parts }: PromptParts): string {
  let marked = 0
  const write = (text: string) =>
    [...text.replaceAll(privateUse, '').matchAll(atom)]
      .map(([word]) =>
        isWord.test(word) && marked < markerCount ? word + String.fromCharCode(firstMarker + marked++) : word,
      )
      .join('')
  return domain + parts.map(({ kind, text }) => write(text) + ends[kind]).join('')
}

/** The same parts with the white space that the text has between its words. */
function partsOfText(text: string, { before, end, headings, start }: Segment): PromptPart[] {
  const shownFrom = before[0]?.start ?? start
  return [
    ...headings
      .filter((heading) => heading.start < shownFrom)
      .map((heading): PromptPart => ({ kind: 'heading', text: text.slice(heading.start, heading.end) })),
    ...before.map((range, index): PromptPart => {
      const gap = text.slice(range.end, before[index + 1]?.start ?? start)
      return { kind: 'before', text: text.slice(range.start, range.end) + (gap.includes('\n') ? '\n' : '') }
    }),
    { kind: 'asked', text: text.slice(start, end) },
  ]
}

/** Prompts have no blanks: a person reads them with some. */
function spaced(words: string): string {
  let text = ''
  for (const [piece] of words.replaceAll(privateUse, ' ').matchAll(atom)) {
    const isTight = /^[.,;:!?)\]%'’\-–/\n]/.test(piece) || /(?:^|[([/'’\-–\n])$/.test(text)
    text += isTight ? piece : ` ${piece}`
  }
  return text
}
