import type { RandomSource } from '../../../base/random.ts'
import type { TextRange } from '../../../planning/segment.ts'
import type { PhraseBook, PhraseChoice } from '../../phrase-book.ts'
import { type ComposedProblem, ProblemText, type SlotList, type Slots, type SlotValue } from '../../problem-text.ts'
import type { TripEvent } from './content.ts'
import { dayNumberSlot, daysSlot, type LengthStyle } from './day-words.ts'
import { type LiteralStyle, literalNoise } from './literal-noise.ts'
import { narrowed } from './narrow.ts'

export interface TripStyle extends LiteralStyle, LengthStyle {
  /** Who speaks. */
  readonly voice: 'I' | 'we' | 'you' | 'they'
  /** Between two sentences. */
  readonly sentenceGap: string
}

const voices: Readonly<Record<TripStyle['voice'], Readonly<Record<string, string>>>> = {
  I: { we: 'I', our: 'my', us: 'me', me: 'me', "we're": "I'm", "we've": "I've", "we'll": "I'll", "we'd": "I'd" },
  we: {
    we: 'we',
    our: 'our',
    us: 'us',
    me: 'us',
    "we're": "we're",
    "we've": "we've",
    "we'll": "we'll",
    "we'd": "we'd",
  },
  you: {
    we: 'you',
    our: 'your',
    us: 'you',
    me: 'me',
    "we're": "you're",
    "we've": "you've",
    "we'll": "you'll",
    "we'd": "you'd",
  },
  they: {
    we: 'they',
    our: 'their',
    us: 'them',
    me: 'them',
    "we're": "they're",
    "we've": "they've",
    "we'll": "they'll",
    "we'd": "they'd",
  },
}

const unwritten: SlotValue = { value: null }
const wordSlot = (text: string): SlotValue => ({ value: null, text })

/** Writes sentences and lines of a trip problem in one person's manner. */
export class TripWriter {
  readonly random: RandomSource
  readonly style: TripStyle
  readonly #text: ProblemText
  readonly #scratch: () => ProblemText
  readonly #base: Readonly<Record<string, SlotValue>>

  constructor(named: { book: PhraseBook; random: RandomSource; choice: PhraseChoice; style: TripStyle }) {
    const { book, random, choice, style } = named
    this.random = random
    this.style = style
    this.#text = new ProblemText({ book, random, choice, noise: literalNoise(style, random) })
    this.#scratch = () => new ProblemText({ book, random, choice })
    const own = Object.entries(voices[style.voice]).map(([name, words]) => [name, wordSlot(this.#cased(words))])
    this.#base = Object.fromEntries(own)
    const [flights = '', flight = '', fly = ''] = this.words('modes').split(';')
    const region = wordSlot(this.words('region'))
    this.#base = { ...this.#base, region, flights: wordSlot(flights), flight: wordSlot(flight), fly: wordSlot(fly) }
  }

  #cased(words: string): string {
    const quoted = this.style.hasCurlyQuotes ? words.replaceAll("'", '’') : words
    return this.style.isLower ? quoted.toLowerCase() : quoted
  }

  /** One phrase as a sentence of running text. */
  say(group: string, slots: Slots = {}) {
    const { sentenceGap } = this.style
    const isAfterEnd = this.#text.endsWith('.?!:') && sentenceGap.trim() !== ''
    if (this.#text.length > 0 && !this.#text.endsWith('\n ')) this.#text.write(isAfterEnd ? ' ' : sentenceGap)
    return this.put(group, slots, true)
  }

  /** One phrase right here; `isStart` gives it a capital where this writer uses them. */
  put(group: string, slots: Slots = {}, isStart = false) {
    const start = this.#text.length
    const ranges = this.#text.phrase(group, { ...this.#base, ...slots })
    if (isStart && !this.style.isLower) this.#text.capitalize(start)
    return ranges
  }

  /** A way of writing lines alike. */
  series(group: string): (slots: Slots) => Readonly<Record<string, TextRange>> {
    const write = this.#text.series(group)
    return (slots) => write({ ...this.#base, ...slots })
  }

  /** Writes one of a group's templates with facts that the place decides, not the phrase: under a heading, in a table. */
  seriesOf(
    template: string,
    facts: readonly { predicate: string; args: readonly string[]; ifWritten?: boolean }[],
  ): (slots: Slots) => void {
    return (slots) => this.#text.layout(template, { ...this.#base, ...slots }, facts)
  }

  /** A line break, unless a line begins here anyway; then the bullet. */
  line(bullet = ''): this {
    if (this.#text.length > 0 && !this.#text.endsWith('\n')) this.#text.write('\n')
    this.#text.write(bullet)
    return this
  }

  /** An empty line, unless nothing is written yet. */
  paragraph(): this {
    if (this.#text.length === 0) return this
    this.line()
    this.#text.write('\n')
    return this
  }

  write(text: string): this {
    this.#text.write(text)
    return this
  }

  /** Writes a value's words and returns the slot that points at them. */
  point(slot: SlotValue): SlotValue & { at: TextRange } {
    return { value: slot.value, at: this.#text.writeRange(slot.text ?? '') }
  }

  fact(predicate: string, args: readonly (SlotValue & { readonly at: TextRange })[]): this {
    this.#text.fact(predicate, args)
    return this
  }

  template(group: string): string {
    return this.#text.template(group)
  }

  /** A group's words by themselves, for a place inside another phrase. */
  words(group: string): string {
    const scratch = this.#scratch()
    scratch.phrase(group, this.#base)
    return this.#cased(scratch.finish('trip').text)
  }

  city(name: string, isUpper = false): SlotValue {
    return { value: name, text: isUpper ? name.toUpperCase() : name }
  }

  /** A number that states nothing. */
  count(value: number): SlotValue {
    return { ...dayNumberSlot(value, this.style.numbers), value: null }
  }

  days(days: number): SlotValue {
    return daysSlot(days, this.style, this.random)
  }

  /** Item parts with the words that every phrase may use. */
  parts(parts: Readonly<Record<string, SlotValue | null>>): Readonly<Record<string, SlotValue | null>> {
    return { ...this.#base, ...parts }
  }

  list(items: SlotList['items'], separators?: { separator: string; lastSeparator: string }): SlotList {
    const own = items.map((item) => ({ template: item.template, parts: this.parts(item.parts) }))
    return { items: own, ...(separators ?? this.separators()) }
  }

  separators(): { separator: string; lastSeparator: string } {
    const [separator = ', ', lastSeparator = ', '] = this.random.pick([
      [', ', ' and '],
      [', ', ' and '],
      [', ', ', '],
      [', ', ', and '],
      [', ', ' & '],
    ])
    return { separator, lastSeparator }
  }

  day(day: number): SlotValue {
    return dayNumberSlot(day, this.style.numbers)
  }

  finish(): ComposedProblem {
    return narrowed(this.#text.finish('trip'))
  }

  /** The slots that tell when: `when` in one of many forms, `from` and `to` by themselves for a stretch. */
  when(event: TripEvent, isShort = false): Record<string, SlotValue | SlotList> {
    const { from, to } = event
    if (from === to) {
      const group = isShort ? 'when-day-short' : this.random.pick(['when-day', 'when-day', 'when-day-ordinal'])
      const parts = { day: this.day(from), from: null, to: null }
      return { when: this.list([{ template: this.template(group), parts }]), from: unwritten, to: unwritten }
    }
    const parts = { from: this.day(from), to: this.day(to), day: null, middle: null as SlotValue | null }
    let group = isShort
      ? 'when-range-short'
      : this.random.pick(['when-range', 'when-range', 'when-range', 'when-ordinal'])
    if (to === from + 1 && this.random.chance(0.3)) group = 'when-two'
    else if (to > from + 1 && to < from + 4 && this.random.chance(0.12)) {
      group = 'when-many'
      const middle = Array.from({ length: to - from - 1 }, (_, index) => this.day(from + 1 + index).text ?? '')
      parts.middle = wordSlot(middle.join(', '))
    }
    return { when: this.list([{ template: this.template(group), parts }]), from: parts.from, to: parts.to }
  }

  /** An occasion: a noun phrase and something that one does. */
  occasion(isShort = false): Record<string, SlotValue> {
    return {
      what: wordSlot(this.words(isShort ? 'activity-short' : 'activity')),
      do: wordSlot(this.words('activity-do')),
    }
  }
}
