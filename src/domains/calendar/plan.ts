import { PlanwrightError } from '../../base/planwright-error.ts'
import type { Plan } from '../../planning/plan.ts'
import type { PlanStyle } from '../../planning/planning-domain.ts'
import type { Substitution } from '../../planning/term.ts'
import { clock24 } from '../wording.ts'

/** A time for the meeting, in minutes after midnight. */
export interface Slot {
  readonly day: string
  readonly start: number
  readonly end: number
}

/** The plan's single step; null for a plan that is none of a calendar. */
export function calendarSlot(plan: Plan): Slot | null {
  const [step, ...more] = plan.steps
  if (plan.domain !== 'calendar' || step?.action !== 'meet' || more.length > 0) return null
  const { day, startMin, endMin } = step.args
  if (typeof day !== 'string' || typeof startMin !== 'number' || typeof endMin !== 'number') return null
  return { day, start: startMin, end: endMin }
}

export function calendarPlan({ day, start, end }: Slot): Plan {
  return { domain: 'calendar', steps: [{ action: 'meet', args: { day, startMin: start, endMin: end } }] }
}

/** Reads the answer of `schedule(Day, Start, End)`. */
export function readCalendarPlan(answer: Substitution): Plan {
  const { Day, Start, End } = answer
  if (Day?.type !== 'atom' || Start?.type !== 'number' || End?.type !== 'number') {
    throw new PlanwrightError({ code: 'internal', message: 'the calendar rules gave an answer of another shape' })
  }
  return calendarPlan({ day: Day.name, start: Start.value, end: End.value })
}

export function describeCalendarPlan(plan: Plan, style: PlanStyle): string {
  const slot = calendarSlot(plan)
  if (slot === null) return ''
  const [start, end] = [clock24(slot.start), clock24(slot.end)]
  // The benchmark ends its line in a blank.
  if (style === 'benchmark') return `Here is the proposed time: ${slot.day}, ${start} - ${end} `
  return `Meet on ${slot.day} from ${start} to ${end}.`
}
