import type { AgendaEntry } from '../../planning/agenda.ts'
import type { Fact } from '../../planning/fact.ts'
import type { Plan } from '../../planning/plan.ts'
import { enumerate } from '../wording.ts'
import { calendarSlot } from './plan.ts'

/** The one meeting, with those who take part. */
export function calendarAgenda(plan: Plan, facts: readonly Fact[]): AgendaEntry[] {
  const slot = calendarSlot(plan)
  if (slot === null) return []
  const people = facts.filter(({ predicate }) => predicate === 'participant').map(({ args }) => String(args[0]))
  const title = people.length === 0 ? 'Meeting' : `Meeting: ${enumerate(people)}`
  return [{ title, when: { kind: 'hours', day: slot.day, fromMin: slot.start, toMin: slot.end } }]
}
