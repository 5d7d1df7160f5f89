import type { RandomSource } from '../../../base/random.ts'
import type { TextRange } from '../../../planning/segment.ts'
import type { ProblemText, SlotList, Slots, SlotValue } from '../../problem-text.ts'
import type { CalendarContent, Wish } from './content.ts'
import type { Voice } from './voice.ts'

/** What every part of the calendar composer needs: the text so far, the voice it is written in, the content. */
export interface Writer {
  readonly text: ProblemText
  readonly random: RandomSource
  readonly voice: Voice
  readonly content: CalendarContent
  /** Groups of the headings written so far. */
  readonly shown: Set<string>
  /** Names of people whom the problem is not about: whom an e-mail greets, who signed it. */
  readonly strangers: readonly [string, string]
  /** Wishes of the whole group that are said already. */
  readonly said: Set<Wish>
}

/** Layout words (names of columns, "and") in the writer's voice. */
export function put(writer: Writer, words: string): void {
  writer.text.write(writer.voice.lower ? words.toLowerCase() : words)
}

/** A sentence: a capital at its beginning, a full stop at its end, in this voice's way. */
export function sentence(writer: Writer, body: () => void): void {
  const start = writer.text.length
  body()
  finishSentence(writer, start)
}

export function finishSentence({ text, voice }: Writer, start: number): void {
  if (!voice.lower) text.capitalize(start)
  if (text.length > start && !text.endsWith('.?!:;')) text.write(voice.stop)
}

/** Between two sentences of one line: a hasty voice leaves out only the last full stop of a line. */
export function gap({ text, random }: Writer): void {
  if (text.endsWith('\n') || text.length === 0) return
  text.write(text.endsWith('.?!:;') ? ' ' : random.pick(['. ', '. ', '. ', '; ', ', ', ' - ']))
}

/** One phrase as a sentence of its own. */
export function say(writer: Writer, group: string, slots: Slots = {}): Readonly<Record<string, TextRange>> {
  let ranges: Readonly<Record<string, TextRange>> = {}
  sentence(writer, () => {
    ranges = writer.text.phrase(group, slots)
  })
  return ranges
}

/** Words that mean nothing to a fact: "is" or "are". */
export const mere = (text: string): SlotValue => ({ value: null, text })

/** Not in this phrase, not in the fact. */
export const absent: SlotValue = { value: null, text: '' }

/** Said before, at `at`. */
export const given = (value: string | number, at: TextRange): SlotValue => ({ value, text: '', at })

const separators = [
  [', ', ' and '],
  [', ', ', and '],
  [', ', ' & '],
  [', ', ', '],
  [' and ', ' and '],
] as const

export function list(writer: Writer, items: SlotList['items'], use?: readonly (readonly [string, string])[]): SlotList {
  const [separator, lastSeparator] = writer.random.pick(use ?? separators)
  const word = writer.voice.word
  return { items, separator: word(separator), lastSeparator: word(lastSeparator) }
}
