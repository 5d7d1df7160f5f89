import type { RandomSource } from '../../base/random.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'
import type { Difficulty } from '../../planning/planning-domain.ts'
import { samplePeople } from '../sample-names.ts'
import { week } from './days.ts'

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })

interface Frame {
  readonly open: number
  readonly close: number
  readonly grain: number
  readonly days: readonly string[]
  /** Busy stretches a person and day at most. */
  readonly load: number
}

function time(random: RandomSource, { open, close, grain }: Frame): number {
  return open + grain * random.integer(0, Math.floor((close - open) / grain))
}

function aDay(random: RandomSource, { days }: Frame): string | null {
  return random.chance(0.15) ? null : random.pick(days)
}

function busyFacts(random: RandomSource, frame: Frame, who: string): Fact[] {
  const { open, close, grain } = frame
  return frame.days.flatMap((day) =>
    Array.from({ length: random.integer(0, frame.load) }, () => {
      const length = grain * random.integer(1, Math.max(1, Math.floor(120 / grain)))
      const from = Math.min(time(random, frame), close - grain)
      const shape = random.next()
      if (shape < 0.06) return fact('busy', who, day, null, Math.min(open + length, close))
      if (shape < 0.12) return fact('busy', who, day, from, null)
      if (shape < 0.2) return fact('busy_for', who, day, from, length)
      return fact('busy', who, random.chance(0.05) ? null : day, from, Math.min(from + length, close))
    }),
  )
}

function freeFacts(random: RandomSource, frame: Frame, who: string | null): Fact[] {
  return Array.from({ length: random.integer(1, 2 + frame.days.length) }, () => {
    const from = random.chance(0.15) ? null : Math.min(time(random, frame), frame.close - frame.grain)
    const least = (from ?? frame.open) + frame.grain
    const to = random.chance(0.15) ? null : Math.max(least, time(random, frame))
    return fact('free', who, aDay(random, frame), from, to)
  })
}

function wishes(random: RandomSource, frame: Frame, people: readonly string[]): Fact[] {
  const result: Fact[] = []
  const someone = () => (random.chance(0.2) ? null : random.pick(people))
  if (frame.days.length > 1 && random.chance(0.35)) result.push(fact('not_on', someone(), random.pick(frame.days)))
  if (random.chance(0.3)) result.push(fact('not_before', someone(), aDay(random, frame), time(random, frame)))
  if (random.chance(0.3)) result.push(fact('not_after', someone(), aDay(random, frame), time(random, frame)))
  const wish = random.next()
  if (wish < 0.2) result.push(fact('earliest'))
  else if (wish < 0.4) result.push(fact('latest'))
  return result
}

function offer(random: RandomSource, difficulty: Difficulty): { days: string[]; stated: Fact[] } {
  const many = random.integer(1, 1 + Math.round(4 * difficulty))
  if (many > 2 && random.chance(0.4)) {
    const first = random.integer(0, 6)
    const days = Array.from({ length: many }, (_, offset) => week[(first + offset) % 7] ?? week[0])
    return { days, stated: [fact('days', days[0] ?? null, days.at(-1) ?? null)] }
  }
  const chosen = new Set(random.sample(week.slice(0, random.chance(0.2) ? 7 : 5), many))
  const days = week.filter((day) => chosen.has(day))
  return { days, stated: days.map((day) => fact('day', day)) }
}

/** Two to ten people, one to five days; the busier, the more often there is no time at all. */
export function generateCalendar(random: RandomSource, difficulty: Difficulty): Fact[] {
  const { days, stated } = offer(random, difficulty)
  const people = random.sample(samplePeople, random.integer(2, 2 + Math.round(8 * difficulty)))
  const grain = random.pick(random.chance(0.7) ? [30] : [15, 10, 5])
  const open = 60 * random.integer(7, 11)
  const close = open + 60 * random.integer(4, 9)
  const frame: Frame = { open, close, grain, days, load: 1 + Math.round(3 * difficulty) }
  const length = random.pick([grain, 30, 30, 45, 60, 60, 90, 120])
  return [
    ...people.map((who) => fact('participant', who)),
    fact('duration', length),
    ...(random.chance(0.9) ? [fact('work_hours', open, close)] : []),
    ...stated,
    ...(random.chance(0.2) ? [fact('grid', random.pick([15, 30, 60]))] : []),
    ...people.flatMap((who) => {
      const kind = random.next()
      if (kind < 0.12) return []
      return kind < 0.3 ? freeFacts(random, frame, who) : busyFacts(random, frame, who)
    }),
    ...(random.chance(0.08) ? freeFacts(random, frame, null) : []),
    ...wishes(random, frame, people),
  ]
}
