import type { RandomSource } from '../../../base/random.ts'
import { pickNames } from '../../names.ts'
import type { Split } from '../../phrase-book.ts'

export interface TripCity {
  readonly name: string
  readonly days: number
}

/** One must be in `city` from day `from` to day `to`. */
export interface TripEvent {
  readonly city: string
  readonly from: number
  readonly to: number
}

export interface TripLink {
  readonly a: string
  readonly b: string
  /** False: from a to b only. */
  readonly isTwoWay: boolean
}

export interface TripContent {
  /** In the order in which the problem speaks of them. */
  readonly cities: readonly TripCity[]
  readonly totalDays: number
  readonly events: readonly TripEvent[]
  readonly links: readonly TripLink[]
  readonly isAllConnected: boolean
  readonly first: string | null
  readonly last: string | null
  /** A city that the trip does not visit. */
  readonly elsewhere: string
}

const maxLinks = 50

/** A random trip that has a solution: a route, its days, and what one would tell about them. */
export function makeTrip(random: RandomSource, split: Split, difficulty: number): TripContent {
  const count = random.integer(2, Math.round(4 + 8 * difficulty))
  const [elsewhere = '', ...names] = pickNames(random, { kind: 'city', count: count + 1, split })
  let day = 1
  const route = names.map((name) => {
    const days = stayDays(random)
    const visit = { name, days, from: day, to: day + days - 1 }
    day = visit.to
    return visit
  })
  return {
    cities: random.shuffle(route).map(({ name, days }) => ({ name, days })),
    totalDays: day,
    events: random.shuffle(route).flatMap((visit) => (random.chance(0.4) ? eventsOf(visit, random) : [])),
    links: random.chance(0.03) ? [] : makeLinks(names, random),
    isAllConnected: random.chance(0.09),
    first: random.chance(0.22) ? (names[0] ?? null) : null,
    last: random.chance(0.22) ? (names.at(-1) ?? null) : null,
    elsewhere,
  }
}

function stayDays(random: RandomSource): number {
  if (random.chance(0.06)) return random.pick([7, 7, 14, 21])
  return random.chance(0.1) ? random.integer(1, 12) : random.integer(2, 7)
}

/** Over the whole stay, part of it, one day, or two separate stretches. */
function eventsOf(visit: { name: string; from: number; to: number }, random: RandomSource): TripEvent[] {
  const { name: city, from, to } = visit
  if (random.chance(0.45) || from === to) return [{ city, from, to }]
  if (random.chance(0.5)) {
    const day = random.integer(from, to)
    return [{ city, from: day, to: day }]
  }
  const start = random.integer(from, to - 1)
  const first = { city, from: start, to: random.integer(start + 1, to) }
  if (first.to + 2 > to || !random.chance(0.3)) return [first]
  const day = random.integer(first.to + 2, to)
  return [first, { city, from: day, to: day }]
}

function makeLinks(names: readonly string[], random: RandomSource): TripLink[] {
  const oneWayShare = random.pick([0, 0, 0, 0.08, 0.15, 0.3, 0.6, 1])
  const link = (from: string, to: string, canTurn: boolean): TripLink => {
    if (random.chance(oneWayShare)) return { a: from, b: to, isTwoWay: false }
    return canTurn && random.chance(0.5) ? { a: to, b: from, isTwoWay: true } : { a: from, b: to, isTwoWay: true }
  }
  const links = names.slice(1).map((to, index) => link(names[index] ?? '', to, true))
  const others = names.flatMap((a, i) =>
    names.slice(i + 2).map((b): [string, string] => (random.chance(0.5) ? [a, b] : [b, a])),
  )
  const density = random.next() ** 1.6
  const extra = Math.min(Math.round(others.length * density), maxLinks - links.length)
  links.push(...random.sample(others, extra).map(([a, b]) => link(a, b, false)))
  return random.shuffle(links)
}
