import type { Fact, FactArgument } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import { offeredDays } from './offered-days.ts'
import { personKey } from './person-key.ts'
import { readStretch, type Stretch } from './stretch.ts'

export interface Slot {
  readonly day: string
  readonly startMin: number
  readonly endMin: number
}

export interface Person {
  readonly key: string
  readonly name: string
}

/** A calendar problem as a picture needs it. Facts of another shape are left out: they bind nothing. */
export interface CalendarFacts {
  readonly people: readonly Person[]
  readonly days: readonly string[]
  readonly hours: { readonly from: number; readonly to: number }
  readonly stretches: readonly Stretch[]
  /** Minutes; absent where it is not stated, or stated twice and differently. */
  readonly durationMin: number | undefined
  /** A start has to be a multiple of each. */
  readonly grids: readonly number[]
  readonly wishes: readonly { readonly wish: 'earliest' | 'latest'; readonly factIndex: number }[]
}

const isNumber = (value: FactArgument | undefined): value is number => typeof value === 'number'

/** The plan's single meeting; nothing for a plan that is none of a calendar. */
export function proposedSlot(plan: Plan): Slot | undefined {
  const { day, endMin, startMin } = plan.steps[0]?.args ?? {}
  if (typeof day !== 'string' || typeof startMin !== 'number' || typeof endMin !== 'number') return undefined
  return { day, startMin, endMin }
}

export function readCalendarFacts(facts: readonly Fact[]): CalendarFacts {
  const stretches = facts.flatMap((fact, index) => readStretch(fact, index) ?? [])
  const lengths = new Set(facts.flatMap(({ args: [length], predicate }) => (predicate === 'duration' ? [length] : [])))
  const [durationMin] = lengths
  return {
    people: peopleOf(facts, stretches),
    days: offeredDays(facts),
    hours: hoursOf(facts, stretches),
    stretches,
    durationMin: lengths.size === 1 && isNumber(durationMin) && durationMin > 0 ? durationMin : undefined,
    grids: facts.flatMap(({ args: [step], predicate }) =>
      predicate === 'grid' && isNumber(step) && step > 0 ? [step] : [],
    ),
    wishes: facts.flatMap(({ predicate }, factIndex) =>
      predicate === 'earliest' || predicate === 'latest' ? [{ wish: predicate, factIndex }] : [],
    ),
  }
}

/** Who takes part, in the order of the text, then whoever else is spoken of. */
function peopleOf(facts: readonly Fact[], stretches: readonly Stretch[]): Person[] {
  const people = new Map<string, string>()
  for (const { args, predicate } of facts) {
    const [name] = args
    if (predicate === 'participant' && typeof name === 'string') {
      const key = personKey(name)
      if (key !== '' && !people.has(key)) people.set(key, name)
    }
  }
  for (const { who } of stretches) if (who.key !== '' && !people.has(who.key)) people.set(who.key, who.name)
  return [...people].map(([key, name]) => ({ key, name }))
}

/** What all stated hours leave; where none are stated 9:00 to 17:00, or wider where someone is free before or after. */
function hoursOf(facts: readonly Fact[], stretches: readonly Stretch[]): { from: number; to: number } {
  let hours: { from: number; to: number } | undefined
  for (const { args, predicate } of facts) {
    const [from, to] = args
    if (predicate !== 'work_hours' || !isNumber(from) || !isNumber(to)) continue
    hours = { from: Math.max(hours?.from ?? 0, from), to: Math.min(hours?.to ?? 1440, to) }
  }
  if (hours !== undefined && hours.from < hours.to) return hours
  const free = stretches.filter((one) => one.kind === 'free')
  return {
    from: Math.min(540, ...free.flatMap(({ fromMin }) => fromMin ?? [])),
    to: Math.max(1020, ...free.flatMap(({ toMin }) => toMin ?? [])),
  }
}
