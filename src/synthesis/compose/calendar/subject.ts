import type { TextRange } from '../../../planning/segment.ts'
import type { SlotList, Slots, SlotValue } from '../../problem-text.ts'
import type { Person } from './content.ts'
import { list, mere, type Writer } from './writer.ts'

/** Who a clause is about, with the words that agree with them. */
export interface Subject {
  readonly slots: Slots
  /** A name in the third person singular, so that "{who}'s" can be written. */
  readonly isName: boolean
}

const singular = {
  is: 'is',
  "isn't": "isn't",
  "'s": "'s",
  has: 'has',
  "'ve": "'s got",
  "doesn't": "doesn't",
  s: 's',
  es: 'es',
  their: 'their',
}
const plural = {
  is: 'are',
  "isn't": "aren't",
  "'s": "'re",
  has: 'have',
  "'ve": "'ve got",
  "doesn't": "don't",
  s: '',
  es: '',
  their: 'their',
}
const speaker = { ...plural, is: 'am', "isn't": 'am not', "'s": "'m", their: 'my' }

const agreement = (words: Readonly<Record<string, string>>, writer: Writer): Slots =>
  Object.fromEntries(Object.entries(words).map(([slot, text]) => [slot, mere(writer.voice.word(text))]))

/** The person's name as this voice writes it. */
export function nameOf(writer: Writer, person: Person): SlotValue {
  const name = writer.voice.word(person.name)
  return { value: name, text: name, before: writer.voice.word(person.before) }
}

export function named(writer: Writer, person: Person): Subject {
  if (person.pronoun === 'I') {
    const who = { value: writer.voice.word('I'), text: writer.voice.word('I'), forms: { obj: 'me' } }
    return { slots: { ...agreement(speaker, writer), who }, isName: false }
  }
  return { slots: { ...agreement(singular, writer), who: nameOf(writer, person) }, isName: true }
}

/** "She", where `at` is her name. */
export function pronoun(writer: Writer, person: Person, at: TextRange): Subject {
  if (person.pronoun === 'I') return named(writer, person)
  const objects = { she: 'her', he: 'him', they: 'them' }
  const words = person.pronoun === 'they' ? plural : { ...singular, their: person.pronoun === 'she' ? 'her' : 'his' }
  const value = writer.voice.word(person.name)
  const who = { value, text: person.pronoun, forms: { obj: objects[person.pronoun] }, at }
  return { slots: { ...agreement(words, writer), who }, isName: false }
}

/** The person whose heading or chat line this is, speaking: "I". */
export function speaking(writer: Writer, person: Person, at: TextRange): Subject {
  const who = { value: writer.voice.word(person.name), text: writer.voice.word('I'), forms: { obj: 'me' }, at }
  return { slots: { ...agreement(speaker, writer), who }, isName: false }
}

/** Nobody is written; the words at `at` (a heading) say who. */
export function understood(writer: Writer, person: Person, at: TextRange): Subject {
  const who = { value: writer.voice.word(person.name), text: '', at }
  return { slots: { ...agreement(singular, writer), who }, isName: false }
}

export function people(writer: Writer, persons: readonly Person[]): SlotList {
  const items = persons.map((person) => ({ template: '{who}', parts: { who: nameOf(writer, person) } }))
  return list(writer, items)
}

export function several(writer: Writer, persons: readonly Person[]): Subject {
  const words = { ...plural, "'s": ' are', "'ve": ' have' }
  const items = persons.map((person) => ({ template: '{who}', parts: { who: nameOf(writer, person) } }))
  const first = items[0]
  if (first !== undefined && items.length === 2 && writer.random.chance(0.25))
    first.template = `${writer.voice.word('both')} {who}`
  const who = list(writer, items, [
    [', ', ' and '],
    [', ', ' & '],
  ])
  return { slots: { ...agreement(words, writer), who }, isName: false }
}
