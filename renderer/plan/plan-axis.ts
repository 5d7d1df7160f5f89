import type { Fact } from '../../src/planning/fact.ts'
import type { Plan } from '../../src/planning/plan.ts'
import { type CalendarAxis, calendarAxis } from './calendar/calendar-axis.ts'
import { type MeetingAxis, meetingAxis } from './meeting/meeting-picture.ts'
import { type TripAxis, tripAxis } from './trip/trip-picture.ts'

/** What the pictures of several plans share, so that they line up. */
export type PlanAxis = CalendarAxis | TripAxis | MeetingAxis

export interface PlannedProblem {
  readonly plan: Plan
  readonly facts: readonly Fact[]
}

const axes: Readonly<Record<string, (problems: readonly PlannedProblem[]) => PlanAxis | undefined>> = {
  calendar: calendarAxis,
  trip: tripAxis,
  meeting: meetingAxis,
}

/** The axis of all plans of a domain together; nothing where there is none of it. */
export function planAxis(domain: string, problems: readonly PlannedProblem[]): PlanAxis | undefined {
  return axes[domain]?.(problems.filter(({ plan }) => plan.domain === domain))
}
