import { isWellFormed } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import type { Plan } from '../../planning/plan.ts'
import { textAt, textOrNull } from '../arguments.ts'
import { nameKey } from '../names.ts'
import { daysBetween } from './days.ts'
import { calendarFacts } from './facts.ts'
import { calendarSlot } from './plan.ts'

/** Facts that hold on the chosen day, or on every day. */
export function calendarConcerns(plan: Plan, facts: readonly Fact[]): ReadonlySet<number> {
  const slot = calendarSlot(plan)
  if (slot === null) return new Set()
  const chosen = nameKey(slot.day)
  return new Set([...facts.keys()].filter((index) => facts[index] !== undefined && isAbout(facts[index], chosen)))
}

function isAbout(fact: Fact, chosen: string): boolean {
  if (!isWellFormed(calendarFacts, fact)) return false
  if (fact.predicate === 'days') {
    return daysBetween(textAt(fact, 0), textAt(fact, 1)).some((day) => nameKey(day) === chosen)
  }
  const place = calendarFacts.predicates
    .find(({ name }) => name === fact.predicate)
    ?.args.findIndex(({ kind }) => kind === 'day')
  const day = place === undefined || place < 0 ? null : textOrNull(fact, place)
  return day === null || nameKey(day) === chosen
}
