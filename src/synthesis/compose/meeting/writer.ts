import { hashString, type RandomSource } from '../../../base/random.ts'
import type { TextRange } from '../../../planning/segment.ts'
import type { ProblemText, Slots, SlotValue } from '../../problem-text.ts'
import { type ClockStyle, clockText, durationText } from '../../surfaces.ts'
import type { Friend, MeetingContent } from './content.ts'

/** How the writer of this problem writes. */
export interface Voice {
  /** `h:mmAM` is NATURAL PLAN's "9:00AM". */
  readonly clock: ClockStyle | 'h:mmAM'
  /** Short lines instead of paragraphs. */
  readonly chat: boolean
  /** No capitals, not even in names. */
  readonly lower: boolean
  /** "9 to 11am" for "9am to 11am". */
  readonly sharesHalf: boolean
}

/** Words that stand in the text. */
export type Written = SlotValue & { readonly at: TextRange }

/** What every part of a meeting problem needs to write itself. */
export class MeetingWriter {
  readonly out: ProblemText
  readonly random: RandomSource
  readonly content: MeetingContent
  readonly voice: Voice
  readonly #dropsArticles: boolean

  constructor(named: { out: ProblemText; random: RandomSource; content: MeetingContent; voice: Voice }) {
    this.out = named.out
    this.random = named.random
    this.content = named.content
    this.voice = named.voice
    this.#dropsArticles = named.random.chance(0.3)
  }

  /** A sentence of a paragraph, or a line of a chat. */
  say(group: string, slots: Slots = {}): Readonly<Record<string, TextRange>> {
    this.beginSentence()
    const start = this.out.length
    const ranges = this.out.phrase(group, { ...this.common(), ...slots })
    if (!this.voice.chat) this.out.capitalize(start)
    return ranges
  }

  /** A space after the sentence before, or a new line in a chat. */
  beginSentence(): void {
    if (this.voice.chat) this.endLine()
    else if (this.out.length > 0 && !this.out.endsWith(' \n')) this.out.write(' ')
  }

  /** A line of its own. */
  line(group: string, slots: Slots = {}): Readonly<Record<string, TextRange>> {
    this.endLine()
    const ranges = this.out.phrase(group, { ...this.common(), ...slots })
    this.out.write('\n')
    return ranges
  }

  /** Nothing else on this line. */
  endLine(): void {
    if (this.out.length > 0 && !this.out.endsWith('\n')) this.out.write('\n')
  }

  /** A new paragraph, where paragraphs are set apart. */
  paragraph(gap: '' | '\n' | '\n\n'): void {
    if (gap !== '') this.endLine()
    if (gap === '\n\n' && this.out.length > 0) this.out.write('\n')
  }

  /** Words that state nothing, for phrases that want them. */
  common(): Slots {
    return { town: this.name(this.content.town), name: this.name(this.content.bystander) }
  }

  /** Some leave out the article of "the library" now and then. */
  name(value: string): SlotValue & { readonly text: string } {
    const isBare = this.#dropsArticles && value.startsWith('the ') && this.random.chance(0.5)
    return { value, text: isBare ? value.slice(4) : value }
  }

  clock(minutes: number): SlotValue & { readonly text: string } {
    return { value: minutes, text: this.#clockText(minutes) }
  }

  /** A length as it stands in a sentence: "an hour", "45 min". */
  length(minutes: number): SlotValue & { readonly text: string } {
    for (;;) {
      const text = durationText(minutes, this.random)
      if (!/-minute$|-hour$|(?:[2-9]|\d\d) hour$/.test(text)) return { value: minutes, text }
    }
  }

  /** A length before a noun: "a 45-minute talk". */
  adjective(minutes: number): SlotValue & { readonly text: string } {
    const forms = [`${minutes}-minute`, `${minutes}-minute`, `${minutes} minute`, `${minutes}min`]
    if (minutes % 60 === 0) forms.push(`${minutes / 60}-hour`, `${minutes / 60} hour`, `${minutes / 60}h`)
    if (minutes === 30) forms.push('half-hour', 'half hour')
    if (minutes === 60) forms.push('one-hour', 'one hour')
    return { value: minutes, text: this.random.pick(forms) }
  }

  /** Bare minutes, where a heading or the phrase has the unit. */
  digits(minutes: number): SlotValue & { readonly text: string } {
    return { value: minutes, text: String(minutes) }
  }

  /** Pronouns that stand for someone named at `at`. */
  pronouns(friend: Friend, at: TextRange): Slots {
    const [she, her, his] = hashString(friend.who) % 2 === 0 ? ['She', 'her', 'Her'] : ['He', 'him', 'His']
    const written = (text: string): SlotValue => ({
      value: friend.who,
      text: this.voice.lower ? text.toLowerCase() : text,
      at,
    })
    return { who: { value: friend.who, at }, she: written(she), her: written(her), his: written(his) }
  }

  #clockText(minutes: number): string {
    if (this.voice.clock !== 'h:mmAM') return clockText(minutes, this.voice.clock, this.random)
    const hour = Math.floor(minutes / 60)
    return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, '0')}${hour % 24 < 12 ? 'AM' : 'PM'}`
  }
}

export type WindowKind = '' | '-from' | '-to' | '-all' | '-two' | '-two-places'

/** The window's part of a group name: `available`, `available-from`, `available-to`, `available-all`, ... */
export function windowKind(friend: Friend): WindowKind {
  if (friend.second !== null) return friend.second.place === friend.place ? '-two' : '-two-places'
  if (friend.fromMin === null) return friend.toMin === null ? '-all' : '-to'
  return friend.toMin === null ? '-from' : ''
}

interface FriendSlots extends Record<string, SlotValue> {
  readonly who: SlotValue
  readonly place: SlotValue
}

/** The slots of a friend's place and window. */
export function friendSlots(writer: MeetingWriter, friend: Friend): FriendSlots {
  const { fromMin, toMin } = friend
  const from = fromMin === null ? undefined : writer.clock(fromMin)
  const to = toMin === null ? undefined : writer.clock(toMin)
  return {
    who: writer.name(friend.who),
    place: writer.name(friend.place),
    ...(from === undefined ? {} : { from: writer.voice.sharesHalf ? withoutHalf(from, to) : from }),
    ...(to === undefined ? {} : { to }),
    ...(friend.second === null ? {} : secondSlots(writer, friend.second)),
  }
}

function secondSlots(writer: MeetingWriter, second: NonNullable<Friend['second']>): Record<string, SlotValue> {
  return { place2: writer.name(second.place), from2: writer.clock(second.fromMin), to2: writer.clock(second.toMin) }
}

/** "9" for "9am" where "11am" follows. */
function withoutHalf(from: SlotValue, to: SlotValue | undefined): SlotValue {
  const half = /\s?[ap]\.?m\.?$/i
  const [own] = half.exec(from.text ?? '') ?? []
  return own !== undefined && to?.text?.endsWith(own) ? { ...from, text: from.text?.replace(half, '') ?? '' } : from
}
