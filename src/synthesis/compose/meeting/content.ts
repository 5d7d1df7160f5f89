import type { RandomSource } from '../../../base/random.ts'
import { pickNames } from '../../names.ts'
import type { Split } from '../../phrase-book.ts'

/** Whom one may meet: null where the text gives no such limit. */
export interface Friend {
  readonly who: string
  readonly place: string
  readonly fromMin: number | null
  readonly toMin: number | null
  readonly lengthMin: number
  /** Another time, here or elsewhere, at which one may meet the same person. */
  readonly second: { readonly place: string; readonly fromMin: number; readonly toMin: number } | null
}

/** `each`: everyone's own; `all`: one for everyone; `rest`: some have their own, one for everyone else. */
export type LengthsGiven = 'each' | 'all' | 'rest'

export interface MeetingContent {
  readonly town: string
  /** Someone who is not to be met: a sender, a driver, a traveller. */
  readonly bystander: string
  readonly start: { readonly place: string; readonly timeMin: number }
  readonly friends: readonly Friend[]
  /** The start and every friend's place, each once. */
  readonly places: readonly string[]
  readonly lengths: LengthsGiven
  readonly commonLengthMin: number
}

/** What a meeting problem says, but for travel. `latestMin` keeps times where an unmarked clock can only mean the day. */
export function meetingContent(named: {
  random: RandomSource
  split: Split
  difficulty: number
  latestMin: number
  openWindows: boolean
}): MeetingContent {
  const { random, split, latestMin } = named
  const count = random.integer(1, 2 + Math.round(named.difficulty * 10))
  const people = pickNames(random, { kind: 'person', count: count + 1, split }).map((name) => withTitle(random, name))
  const places = pickNames(random, { kind: 'place', count: count + 1, split })
  const shared = random.chance(0.25)
  const step = random.pick([5, 10, 15, 15, 15, 30])
  const startMin = roundTo(random.integer(450, 690), step)
  const lengths = random.pick<LengthsGiven>(['each', 'each', 'each', 'each', 'all', 'rest'])
  const commonLengthMin = random.pick([15, 20, 30, 30, 40, 45, 60, 60, 75, 90, 105, 120])
  const twoWindows = named.openWindows && random.chance(0.25)
  const friends: Friend[] = []
  for (let index = 0; index < count; index++) {
    const previous = friends[index - 1]
    const length = roundTo(random.integer(15, 120), Math.max(5, Math.min(step, 15)))
    const lengthMin = lengths === 'all' || (lengths === 'rest' && index % 3 !== 0) ? commonLengthMin : length
    const from = roundTo(random.integer(Math.max(480, startMin - 60), latestMin - 90), step)
    const longest = Math.min(latestMin, from + lengthMin + random.pick([0, 15, 30, 60, 120, 240, 360]))
    const to = Math.max(from + step, roundTo(longest, step))
    const open = named.openWindows ? random.pick(['from', 'to', 'all', '', '', '', '', '', '']) : ''
    const spot = places[index + 1] ?? ''
    const later = (after: number): Friend['second'] => {
      const begin = after + step * random.integer(2, 5)
      const end = begin + Math.max(step, roundTo(lengthMin, step)) + step * random.integer(0, 3)
      const elsewhere = random.chance(0.4) ? places[random.integer(0, count)] : undefined
      return end > latestMin ? null : { place: elsewhere ?? spot, fromMin: begin, toMin: end }
    }
    const sameSpot = shared && previous !== undefined && random.chance(0.4)
    const sameTime = sameSpot && previous.fromMin !== null && previous.toMin !== null && random.chance(0.5)
    friends.push({
      who: people[index] ?? '',
      place: sameSpot ? previous.place : spot,
      fromMin: sameTime ? previous.fromMin : open === 'to' || open === 'all' ? null : from,
      toMin: sameTime ? previous.toMin : open === 'from' || open === 'all' ? null : to,
      lengthMin,
      second: twoWindows && open === '' && !sameSpot && random.chance(0.4) ? later(to) : null,
    })
  }
  const startPlace = random.chance(0.12) ? (friends[0]?.place ?? '') : (places[0] ?? '')
  return {
    town: pickNames(random, { kind: 'city', count: 1, split })[0] ?? '',
    bystander: people[count] ?? '',
    start: { place: startPlace, timeMin: startMin },
    friends,
    places: [...new Set([startPlace, ...friends.flatMap(({ place, second }) => [place, second?.place ?? place])])],
    lengths,
    commonLengthMin,
  }
}

/** The same in the hand of someone who never uses capitals. */
export function lowerNames(content: MeetingContent): MeetingContent {
  const lower = (name: string) => name.toLowerCase()
  return {
    ...content,
    town: lower(content.town),
    bystander: lower(content.bystander),
    start: { ...content.start, place: lower(content.start.place) },
    friends: content.friends.map((friend) => ({
      ...friend,
      who: lower(friend.who),
      place: lower(friend.place),
      second: friend.second && { ...friend.second, place: lower(friend.second.place) },
    })),
    places: content.places.map(lower),
  }
}

const titles = [
  'Dr. ',
  'Dr ',
  'Mr ',
  'Ms ',
  'Mrs ',
  'Mr. ',
  'Aunt ',
  'Uncle ',
  'Professor ',
  'Prof. ',
  'Cousin ',
  'Grandma ',
] as const

function withTitle(random: RandomSource, name: string): string {
  return random.chance(0.05) ? random.pick(titles) + name : name
}

const roundTo = (minutes: number, step: number) => Math.round(minutes / step) * step

/** A travel time in minutes, sometimes very short or long. */
export function travelMinutes(random: RandomSource): number {
  const rough = random.chance(0.1) ? random.integer(35, 100) : random.integer(3, 34)
  return random.chance(0.4) ? Math.max(5, roundTo(rough, 5)) : rough
}
