import type { RandomSource } from '../base/random.ts'
import type { FactArgument } from '../planning/fact.ts'
import type { TextRange } from '../planning/segment.ts'
import type { PhraseBook, PhraseChoice } from './phrase-book.ts'
import { parseTemplate, settleChoices, type TemplateNode } from './template.ts'

/** Words for a value. `at` points elsewhere: for a pronoun at its antecedent, for words already written at those. */
export interface SlotValue {
  readonly value: FactArgument
  /** Absent: nothing is written here, the words at `at` are meant. */
  readonly text?: string
  /** Other shapes of the words, written by `{slot:form}`: the "her" of "she", the "60-minute" of "an hour". */
  readonly forms?: Readonly<Record<string, string>>
  /** Written before the words and no part of them: the article of "the client". */
  readonly before?: string
  readonly at?: TextRange
}

/**
 * A list in a phrase: each item writes its template; a part an item lacks is taken from the items before it, unless it
 * is null. Facts are stated for every item (of several lists: for every combination).
 */
export interface SlotList {
  readonly items: readonly { readonly template: string; readonly parts: Readonly<Record<string, SlotValue | null>> }[]
  /** Between items and before the last one: `', '`, `' and '`. */
  readonly separator: string
  readonly lastSeparator: string
}

export type Slots = Readonly<Record<string, SlotValue | SlotList>>

/** A fact of the problem and the words of each argument; null where an argument is absent. */
export interface ComposedFact {
  readonly predicate: string
  readonly values: readonly FactArgument[]
  readonly args: readonly (TextRange | null)[]
  /** Where the fact is complete: the segment that holds this offset states it. */
  readonly anchor: number
}

export interface ComposedProblem {
  readonly domain: string
  readonly text: string
  readonly facts: readonly ComposedFact[]
  readonly families: readonly string[]
}

interface StatedPattern {
  readonly predicate: string
  readonly args: readonly (string | null)[]
  readonly ifWritten?: boolean
}

/** A phrase just written: its slots, where their words stand, where it began. */
interface WrittenPhrase {
  readonly slots: Slots
  readonly ranges: Readonly<Record<string, TextRange>>
  readonly start: number
}

const presentParts = (parts: Readonly<Record<string, SlotValue | null>>): Slots =>
  Object.fromEntries(Object.entries(parts).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

const isList = (slot: SlotValue | SlotList): slot is SlotList => 'items' in slot

/** Writes a problem piece by piece and keeps account of which words state which fact. */
export class ProblemText {
  #text = ''
  readonly #facts: ComposedFact[] = []
  readonly #families = new Set<string>()
  readonly #book: PhraseBook
  readonly #random: RandomSource
  readonly #choice: PhraseChoice
  readonly #noise: (literal: string) => string

  constructor(named: {
    book: PhraseBook
    random: RandomSource
    choice: PhraseChoice
    /** Typos and the like, for literal text only, never for slots. */
    noise?: (literal: string) => string
  }) {
    this.#book = named.book
    this.#random = named.random
    this.#choice = named.choice
    this.#noise = named.noise ?? ((literal) => literal)
  }

  get length(): number {
    return this.#text.length
  }

  /** Whether the text so far ends with one of these characters. */
  endsWith(characters: string): boolean {
    return this.#text !== '' && characters.includes(this.#text.charAt(this.#text.length - 1))
  }

  /** Text that states nothing. */
  write(text: string): this {
    this.#text += text
    return this
  }

  /** Writes words and says where they stand, to point at them later. */
  writeRange(text: string): TextRange {
    const start = this.#text.length
    this.#text += text
    return { start, end: this.#text.length }
  }

  /** States a fact whose words are all written (or absent). */
  fact(predicate: string, args: readonly ((SlotValue & { readonly at: TextRange }) | null)[]): this {
    const ranges = args.map((arg) => arg?.at ?? null)
    const anchor = Math.max(0, ...ranges.map((range) => range?.end ?? 0)) || this.#text.length
    this.#facts.push({ predicate, values: args.map((arg) => arg?.value ?? null), args: ranges, anchor })
    return this
  }

  /** The fact stated last, for "the same on Tuesday". */
  get lastFact(): ComposedFact | undefined {
    return this.#facts.at(-1)
  }

  /** Writes one family of a group; returns where each slot's words stand (list parts as `list.part.index`). */
  phrase(group: string, slots: Slots = {}): Readonly<Record<string, TextRange>> {
    const family = this.#book.choose(group, this.#random, this.#choice)
    this.#families.add(family.id)
    return this.#render(parseTemplate(family.text), slots, this.#book.group(group).facts)
  }

  /** One family with its choices made, to write many lines alike. */
  series(group: string): (slots: Slots) => Readonly<Record<string, TextRange>> {
    const family = this.#book.choose(group, this.#random, this.#choice)
    this.#families.add(family.id)
    const nodes = settleChoices(parseTemplate(family.text), this.#random)
    return (slots) => this.#render(nodes, slots, this.#book.group(group).facts)
  }

  /** Writes a family of the group that `template` gave. */
  phraseOf(group: string, template: string, slots: Slots = {}): Readonly<Record<string, TextRange>> {
    return this.#render(parseTemplate(template), slots, this.#book.group(group).facts)
  }

  /** A family's template, to be written as an item of a list. */
  template(group: string): string {
    const family = this.#book.choose(group, this.#random, this.#choice)
    this.#families.add(family.id)
    return family.text
  }

  /** Writes a template that stands in no phrase file: layout, never wording. */
  layout(template: string, slots: Slots, facts: readonly StatedPattern[] = []) {
    return this.#render(parseTemplate(template), slots, facts)
  }

  finish(domain: string): ComposedProblem {
    return { domain, text: this.#text, facts: [...this.#facts], families: [...this.#families] }
  }

  #render(nodes: readonly TemplateNode[], slots: Slots, patterns: readonly StatedPattern[]): Record<string, TextRange> {
    const start = this.#text.length
    const ranges: Record<string, TextRange> = {}
    for (const [name, slot] of Object.entries(slots)) if (!isList(slot) && slot.at) ranges[name] = slot.at
    this.#writeNodes(nodes, slots, ranges)
    for (const pattern of patterns) this.#state(pattern, { slots, ranges, start })
    return ranges
  }

  #writeNodes(nodes: readonly TemplateNode[], slots: Slots, ranges: Record<string, TextRange>): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#text += this.#noise(node.text)
      else if (node.type === 'choice') this.#writeNodes(this.#random.pick(node.options), slots, ranges)
      else this.#writeSlot(node.name, slots, ranges)
    }
  }

  /** `{Slot}` writes the words of `slot` with a capital, `{slot:form}` another shape of them. */
  #writeSlot(reference: string, slots: Slots, ranges: Record<string, TextRange>): void {
    const [asWritten = '', form = ''] = reference.split(':')
    const name = asWritten in slots ? asWritten : asWritten.charAt(0).toLowerCase() + asWritten.slice(1)
    const slot = slots[name]
    if (slot === undefined) throw new RangeError(`phrase wants slot "${name}", given: ${Object.keys(slots).join(', ')}`)
    const start = this.#text.length
    if (isList(slot)) this.#writeList(name, slot, ranges)
    else {
      const words = slot.forms?.[form] ?? slot.text
      if (words === undefined) throw new RangeError(`slot "${name}" has no words to write`)
      this.#text += slot.before ?? ''
      const written = this.writeRange(words)
      const range = slot.at ?? (words === '' ? undefined : written)
      if (range !== undefined) ranges[name] = range
    }
    if (name !== asWritten) this.capitalize(start)
  }

  /** Gives the first letter at or after `start` a capital, as a sentence's beginning has. */
  capitalize(start: number): this {
    const first = this.#text.charAt(start)
    const capital = first.toUpperCase()
    if (capital.length === first.length) this.#text = this.#text.slice(0, start) + capital + this.#text.slice(start + 1)
    return this
  }

  #writeList(name: string, list: SlotList, ranges: Record<string, TextRange>): void {
    list.items.forEach((item, index) => {
      if (index > 0) this.#text += index === list.items.length - 1 ? list.lastSeparator : list.separator
      const own: Record<string, TextRange> = {}
      for (const [part, value] of Object.entries(item.parts)) if (value?.at) own[part] = value.at
      this.#writeNodes(parseTemplate(item.template), presentParts(item.parts), own)
      for (const [part, range] of Object.entries(own)) ranges[`${name}.${part}.${index}`] = range
    })
  }

  #state(pattern: StatedPattern, written: WrittenPhrase): void {
    const { slots, start } = written
    const lists = new Set(pattern.args.flatMap((arg) => (arg === null ? [] : [arg.split('.')[0] ?? ''])))
    let places: Record<string, number>[] = [{}]
    for (const name of lists) {
      const slot = slots[name]
      if (slot === undefined) throw new RangeError(`fact wants slot "${name}"`)
      if (!isList(slot) || slot.items.length < 2) continue
      places = places.flatMap((place) => slot.items.map((_, index) => ({ ...place, [name]: index })))
    }
    for (const place of places) {
      const found = pattern.args.map((arg) => (arg === null ? null : this.#resolve(arg, place, written)))
      if (pattern.ifWritten === true && found.includes(null)) continue
      const ends = found.flatMap((one) => (one === null || one.range.start < start ? [] : [one.range.end]))
      this.#facts.push({
        predicate: pattern.predicate,
        values: found.map((one) => one?.value ?? null),
        args: found.map((one) => one?.range ?? null),
        anchor: ends.length > 0 ? Math.max(...ends) : this.#lastWordEnd(),
      })
    }
  }

  #lastWordEnd(): number {
    return this.#text.trimEnd().replace(/[.!?:;,)]+$/, '').length
  }

  #resolve(
    arg: string,
    place: Readonly<Record<string, number>>,
    { slots, ranges }: WrittenPhrase,
  ): { value: FactArgument; range: TextRange } | null {
    const [slotName = '', part = slotName] = arg.split('.')
    const slot = slots[slotName]
    if (slot === undefined) return null
    if (!isList(slot)) {
      const range = ranges[slotName]
      return range === undefined ? null : { value: slot.value, range }
    }
    for (let at = place[slotName] ?? 0; at >= 0; at--) {
      const value = slot.items[at]?.parts[part]
      if (value === null) return null
      const range = ranges[`${slotName}.${part}.${at}`]
      if (value !== undefined && range !== undefined) return { value: value.value, range }
    }
    return null
  }
}
