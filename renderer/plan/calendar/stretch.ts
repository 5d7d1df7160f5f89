import type { Fact, FactArgument } from '../../../src/planning/fact.ts'
import { clock } from '../picture/clock.ts'
import { nameKey } from '../picture/names.ts'
import { personKey } from './person-key.ts'

/** `busy`: taken; `free`: on offer, all other times of that person are not; `unwanted`: a wish or a bound against it. */
export type StretchKind = 'busy' | 'free' | 'unwanted'

/** What a fact says about a time of some or all days. */
export interface Stretch {
  readonly kind: StretchKind
  /** The key is '' for everyone. */
  readonly who: { readonly key: string; readonly name: string }
  /** Undefined: every day. */
  readonly day: string | undefined
  /** Undefined: from the day's opening, till its close. */
  readonly fromMin: number | undefined
  readonly toMin: number | undefined
  /** The fact as a sentence without its full stop. */
  readonly reading: string
  readonly factIndex: number
}

const optionalText = (value: FactArgument | undefined): value is string | null | undefined => typeof value !== 'number'
const optionalNumber = (value: FactArgument | undefined): value is number | null | undefined =>
  typeof value !== 'string'

/** How many arguments a fact of the vocabulary has; one with more or fewer binds nothing. */
const arity: Readonly<Record<string, number>> = {
  busy: 4,
  busy_for: 4,
  free: 4,
  not_on: 2,
  not_before: 3,
  not_after: 3,
}

/** The stretch of a fact; nothing for a fact that is about something else, or not of the vocabulary's shape. */
export function readStretch(fact: Fact, factIndex: number): Stretch | undefined {
  if (arity[fact.predicate] !== fact.args.length) return undefined
  const [name, day, first, second] = fact.args
  if (!optionalText(name) || !optionalText(day) || !optionalNumber(first) || !optionalNumber(second)) return undefined
  const who = { key: personKey(name), name: name ?? '' }
  const all = { who, day: day ?? undefined, factIndex }
  const at = first ?? undefined
  const then = second ?? undefined
  const isAre = who.key === '' ? 'everyone is' : who.key === 'i' ? 'I am' : `${name} is`
  const on = day === null || day === undefined ? 'every day' : `on ${day}`
  const onDay = day === null || day === undefined ? '' : ` on ${day}`
  const forWhom = who.key === '' ? '' : ` for ${name}`
  switch (fact.predicate) {
    case 'busy':
    case 'free': {
      const reading = `${isAre} ${fact.predicate} ${on} ${timeWords(at, then)}`
      return { ...all, kind: fact.predicate, fromMin: at, toMin: then, reading }
    }
    case 'busy_for': {
      if (at === undefined || then === undefined) return undefined
      const toMin = Math.min(1440, at + then)
      return { ...all, kind: 'busy', fromMin: at, toMin, reading: `${isAre} busy ${on} ${timeWords(at, toMin)}` }
    }
    case 'not_on': {
      if (all.day === undefined) return undefined
      const does = who.key === '' ? 'everyone does' : who.key === 'i' ? 'I do' : `${name} does`
      const reading = `${does} not want to meet on ${day}`
      return { ...all, kind: 'unwanted', fromMin: undefined, toMin: undefined, reading }
    }
    case 'not_before': {
      if (at === undefined) return undefined
      const reading = `the meeting${onDay} must not begin before ${clock(at)}${forWhom}`
      return { ...all, kind: 'unwanted', fromMin: undefined, toMin: at, reading }
    }
    case 'not_after': {
      if (at === undefined) return undefined
      const reading = `the meeting${onDay} must be over by ${clock(at)}${forWhom}`
      return { ...all, kind: 'unwanted', fromMin: at, toMin: undefined, reading }
    }
    default:
      return undefined
  }
}

function timeWords(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return to === undefined ? 'all day' : `until ${clock(to)}`
  return to === undefined ? `from ${clock(from)} on` : `from ${clock(from)} to ${clock(to)}`
}

export function isOnDay(stretch: Stretch, day: string): boolean {
  return stretch.day === undefined || nameKey(stretch.day) === nameKey(day)
}
