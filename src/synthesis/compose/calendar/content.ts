import type { RandomSource } from '../../../base/random.ts'
import { pickNames } from '../../names.ts'
import type { Split } from '../../phrase-book.ts'
import type { Constraint, ConstraintKind, DayTimes, Interval } from './constraint.ts'
import { pickDays } from './offered-days.ts'
import { leavingOpen, type OpenSlot, pickOpenSlot } from './open-slot.ts'

/** What the whole group wants. */
export type Wish = Constraint | 'earliest' | 'latest'

export type Pronoun = 'she' | 'he' | 'they' | 'I'

export interface Person {
  readonly name: string
  /** "the" of "the client". */
  readonly before: string
  readonly pronoun: Pronoun
  /** Nothing: flexible. */
  readonly constraints: readonly Constraint[]
}

export interface CalendarContent {
  readonly people: readonly Person[]
  readonly speaker: Person | null
  /** Two names of nobody in the problem. */
  readonly strangers: readonly [string, string]
  /** Constraints that two people share, by their places in `people`. */
  readonly shared: readonly { readonly people: readonly number[]; readonly constraint: Constraint }[]
  readonly everyone: readonly Constraint[]
  readonly days: readonly string[]
  /** Written as "Monday to Thursday". */
  readonly asRange: boolean
  readonly duration: number
  readonly hours: { readonly from: number; readonly to: number } | null
  readonly grid: number | null
  readonly wish: 'earliest' | 'latest' | null
}

export interface ContentWishes {
  readonly split: Split
  readonly difficulty: number
  /** Only what the benchmark can say: busy times, three kinds of preference, the earliest time. */
  readonly plain: boolean
  readonly speaker: boolean
  /** "Dr.", "Ms". */
  readonly titles: readonly string[]
  /** "the client", "my boss". */
  readonly roles: readonly { readonly name: string; readonly before: string }[]
}

/** Most people ask for something that can be had. */
const solvableShare = 0.79
const plainLengths = [30, 60, 30, 60, 90, 45]
const lengths = [15, 20, 30, 30, 30, 45, 45, 60, 60, 60, 75, 90, 90, 120, 120, 150, 180, 40, 25, 10, 50, 240]

export function makeContent(random: RandomSource, wishes: ContentWishes): CalendarContent {
  const { difficulty, plain } = wishes
  const days = pickDays(random, difficulty, plain)
  const hours = pickHours(random, plain)
  const isStated = plain || random.chance(0.8)
  const step = wishes.plain || random.chance(0.6) ? 30 : random.pick([15, 15, 30, 10, 5])
  const duration = random.pick(plain ? plainLengths : lengths)
  const grid = !plain && random.chance(0.16) ? random.pick([15, 15, 30, 30, 60, 10, 5, 20]) : null
  const wanted = { days: days.days, hours, isStated, duration, step: Math.max(grid ?? step, step) }
  const ink = {
    random,
    open: random.chance(solvableShare) ? pickOpenSlot(random, wanted) : undefined,
    days: days.days,
    hours,
    step,
    namesDay: days.days.length > 1 || plain || (!/^to/.test(days.days[0] ?? '') && random.chance(0.25)),
  }
  const count = Math.max(1, Math.min(12, Math.round(1 + random.next() * (2 + 8 * difficulty))))
  const names = pickNames(random, { kind: 'person', count: count + 2, split: wishes.split })
  const [reader = '', signer = ''] = names.slice(count)
  const full = fullNames(random, wishes, count)
  const people = names.slice(0, count).map((first, index): Person => {
    const name = full(first, index)
    const role = wishes.roles[index]
    return {
      name: role?.name ?? name,
      before: role?.before ?? '',
      pronoun: random.pick(['she', 'he', 'they', 'she', 'he']),
      constraints: random.chance(0.14) ? [] : pickConstraints(ink, plain, difficulty),
    }
  })
  const speaker = wishes.speaker
    ? { name: 'I', before: '', pronoun: 'I' as const, constraints: pickConstraints(ink, false, difficulty / 2) }
    : null
  const canShare = !plain && count >= 2 && random.chance(0.2)
  return {
    people,
    speaker,
    strangers: [reader, signer],
    shared: canShare
      ? [
          {
            people: random.sample(
              people.map((_, at) => at),
              random.integer(2, Math.min(3, count)),
            ),
            constraint: pickOpen(ink, difficulty / 3),
          },
        ].filter(hasConstraint)
      : [],
    everyone: plain ? [] : keepOpen(ink, pickForEveryone(ink)),
    days: days.days,
    asRange: days.asRange,
    duration,
    hours: isStated ? hours : null,
    grid,
    wish: random.chance(plain ? 0.25 : 0.3) ? (plain || random.chance(0.6) ? 'earliest' : 'latest') : null,
  }
}

/** First names as a rule; "Ana Lopez", "Dr. Lopez", "AL" in some problems. */
function fullNames(
  random: RandomSource,
  wishes: ContentWishes,
  count: number,
): (first: string, index: number) => string {
  const style = wishes.plain ? 1 : random.next()
  if (style > 0.2) return (first) => first
  const last = pickNames(random, { kind: 'person', count, split: wishes.split })
  if (style < 0.1) return (first, index) => `${first} ${last[index] ?? ''}`.trim()
  if (style < 0.17) return (first) => `${random.pick(wishes.titles)} ${first}`
  const used = new Set<string>()
  return (first, index) => {
    const initials = `${first.charAt(0)}${(last[index] ?? first).charAt(0)}`.toUpperCase()
    if (used.has(initials) || !/^\p{Lu}{2}$/u.test(initials)) return first
    used.add(initials)
    return initials
  }
}

function pickHours(random: RandomSource, plain: boolean): { from: number; to: number } {
  // A benchmark form takes other hours than the benchmark's own.
  if (plain)
    return random.pick(
      [495, 525, 555, 585].map((from) => ({ from, to: from + random.pick([420, 450, 480, 480, 510]) })),
    )
  if (random.chance(0.35)) return { from: 540, to: 1020 }
  const from = random.pick([480, 510, 540, 540, 570, 600, 420, 450, 600, 480, 660, 525])
  return { from, to: Math.min(1320, from + random.pick([300, 360, 420, 480, 480, 540, 600, 510, 450, 660])) }
}

interface Ink {
  readonly random: RandomSource
  /** What has to stay free. */
  readonly open: OpenSlot | undefined
  readonly days: readonly string[]
  readonly hours: { readonly from: number; readonly to: number }
  readonly step: number
  readonly namesDay: boolean
}

/** Disjoint intervals in order. */
function pickTimes(ink: Ink, most: number): Interval[] {
  const { random, hours, step } = ink
  const slots = Math.floor((hours.to - hours.from) / step)
  const count = random.integer(1, Math.max(1, Math.min(most, Math.floor(slots / 2))))
  const marks = random.sample(
    Array.from({ length: slots + 1 }, (_, at) => hours.from + at * step),
    count * 2,
  )
  marks.sort((a, b) => a - b)
  const times: Interval[] = []
  for (let at = 0; at + 1 < marks.length; at += 2) {
    const from = marks[at] ?? hours.from
    const longest = random.pick([30, 60, 60, 90, 120, 180, 600])
    times.push({ from, to: Math.max(from + step, Math.min(marks[at + 1] ?? hours.to, from + longest)) })
  }
  return times
}

const oneDay = (ink: Ink): string | null => (ink.namesDay ? ink.random.pick(ink.days) : null)
const someDays = (ink: Ink, most: number): string[] => {
  const chosen = ink.random.sample(ink.days, ink.random.integer(1, Math.max(1, Math.min(most, ink.days.length - 1))))
  return ink.days.filter((day) => chosen.includes(day))
}

function oneTime(ink: Ink): number {
  const { random, hours, step } = ink
  const slots = Math.floor((hours.to - hours.from) / step)
  return hours.from + random.integer(1, Math.max(1, slots - 1)) * step
}

function pickConstraints(ink: Ink, plain: boolean, difficulty: number): Constraint[] {
  const { random } = ink
  if (plain) return keepOpen(ink, plainConstraints(ink, difficulty))
  const count = random.pick([1, 1, 1, 2, 2, 3])
  const constraints: Constraint[] = []
  while (constraints.length < count) {
    const next = pickOpen(ink, difficulty)
    if (next === undefined) break
    const clash = constraints.some((each) => each.kind === next.kind || (isFree(each) && isFree(next)))
    if (!clash) constraints.push(next)
    else if (random.chance(0.3)) break
  }
  return constraints
}

const keepOpen = (ink: Ink, constraints: readonly Constraint[]): Constraint[] =>
  constraints.flatMap((each) => (ink.open === undefined ? each : (leavingOpen(each, ink.open) ?? [])))

/** A constraint that leaves the open slot open, as often as not found at once. */
function pickOpen(ink: Ink, difficulty: number): Constraint | undefined {
  for (let tries = 0; tries < 25; tries++) {
    const [kept] = keepOpen(ink, [pickConstraint(ink, difficulty)])
    if (kept !== undefined) return kept
  }
  return undefined
}

const hasConstraint = <T extends { readonly constraint: Constraint | undefined }>(
  each: T,
): each is T & { readonly constraint: Constraint } => each.constraint !== undefined

const isFree = (constraint: Constraint) => constraint.kind === 'free' || constraint.kind === 'free-days'

function plainConstraints(ink: Ink, difficulty: number): Constraint[] {
  const { random, days } = ink
  const most = 2 + Math.round(4 * difficulty)
  const busy = days.filter(() => days.length === 1 || random.chance(0.75))
  const constraints: Constraint[] = []
  if (busy.length > 0)
    constraints.push({ kind: 'busy', days: busy.map((day) => ({ day, times: pickTimes(ink, most) })) })
  if (random.chance(0.35)) {
    if (days.length > 1 && random.chance(0.5)) constraints.push({ kind: 'not-on', days: someDays(ink, 3) })
    else
      constraints.push({ kind: random.pick(['not-before', 'not-after']), day: random.pick(days), time: oneTime(ink) })
    if (days.length > 1 && random.chance(0.3)) {
      constraints.push({ kind: random.pick(['not-before', 'not-after']), day: random.pick(days), time: oneTime(ink) })
    }
  }
  return constraints
}

function pickConstraint(ink: Ink, difficulty: number): Constraint {
  const { random, days } = ink
  const several = days.length > 1
  const kind = random.pick<ConstraintKind>([
    'busy',
    'busy',
    'busy',
    'busy',
    'busy',
    'free',
    'free',
    'busy-for',
    'not-before',
    'not-after',
    'leaves',
    'arrives',
    ...(several ? (['away', 'not-on', 'not-on', 'free-days', 'daily'] as const) : []),
  ])
  switch (kind) {
    case 'busy':
      return { kind, days: busyDays(ink, difficulty) }
    case 'free':
      return { kind, days: freeDays(ink) }
    case 'daily':
      return { kind, times: pickTimes(ink, 2) }
    case 'busy-for':
      return { kind, day: oneDay(ink), from: oneTime(ink), length: random.pick([15, 30, 45, 60, 60, 90, 120, 75, 150]) }
    case 'away':
    case 'free-days':
    case 'not-on':
      return { kind, days: someDays(ink, 3) }
    default:
      return { kind, day: several && random.chance(0.25) ? null : oneDay(ink), time: oneTime(ink) }
  }
}

function busyDays(ink: Ink, difficulty: number): DayTimes[] {
  const { random, days, namesDay } = ink
  const most = 1 + Math.round(random.next() * (2 + 3 * difficulty))
  const open = (times: Interval[]): Interval[] => {
    const first = times[0]
    const last = times.at(-1)
    if (first !== undefined && random.chance(0.12)) return [{ from: null, to: first.to }, ...times.slice(1)]
    if (last !== undefined && random.chance(0.12)) return [...times.slice(0, -1), { from: last.from, to: null }]
    return times
  }
  if (days.length === 1) {
    const times = random.chance(0.03) ? [{ from: null, to: null }] : open(pickTimes(ink, most))
    return [{ day: namesDay ? (days[0] ?? null) : null, times }]
  }
  return someDays(ink, 1 + Math.round(4 * difficulty)).map((day) => ({
    day,
    times: random.chance(0.12) ? [{ from: null, to: null }] : open(pickTimes(ink, most)),
  }))
}

function freeDays(ink: Ink): DayTimes[] {
  const { random, days, namesDay } = ink
  const window = (): Interval[] => {
    const times: Interval[] = pickTimes(ink, 3).map((each) => ({
      ...each,
      to: Math.max(each.to ?? 0, (each.from ?? 0) + 60),
    }))
    const spaced = times.filter((each, at) => at === 0 || (each.from ?? 0) >= (times[at - 1]?.to ?? 0))
    const last = spaced.at(-1)
    if (last !== undefined && random.chance(0.25)) return [...spaced.slice(0, -1), { from: last.from, to: null }]
    if (spaced.length > 0 && random.chance(0.15)) return [{ from: null, to: spaced[0]?.to ?? null }, ...spaced.slice(1)]
    return spaced
  }
  if (days.length === 1) return [{ day: namesDay ? (days[0] ?? null) : null, times: window() }]
  return someDays(ink, 3).map((day) => ({ day, times: window() }))
}

function pickForEveryone(ink: Ink): Constraint[] {
  const { random, days } = ink
  const constraints: Constraint[] = []
  if (random.chance(0.12)) {
    const lunch = random.pick([690, 720, 720, 750, 780])
    constraints.push({
      kind: 'busy',
      days: [{ day: null, times: [{ from: lunch, to: lunch + random.pick([30, 45, 60, 60]) }] }],
    })
  }
  if (random.chance(0.12)) constraints.push({ kind: 'not-before', day: oneOrAll(ink), time: oneTime(ink) })
  if (random.chance(0.12)) constraints.push({ kind: 'not-after', day: oneOrAll(ink), time: oneTime(ink) })
  if (days.length > 2 && random.chance(0.12)) constraints.push({ kind: 'not-on', days: someDays(ink, 1) })
  return constraints
}

const oneOrAll = (ink: Ink) => (ink.days.length > 1 && ink.random.chance(0.5) ? ink.random.pick(ink.days) : null)
