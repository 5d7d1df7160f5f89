import type { Fact } from '../../src/planning/fact.ts'
import type { Plan } from '../../src/planning/plan.ts'
import { strings } from '../strings.ts'
import { calendarChart } from './calendar-chart.ts'
import { LaneChart } from './lane-chart.tsx'
import type { LaneChartModel } from './lane-chart-model.ts'
import { meetingChart } from './meeting-chart.ts'
import { tripChart } from './trip-chart.ts'

const charts: Readonly<
  Record<string, { label: string; draw: (plan: Plan, facts: readonly Fact[]) => LaneChartModel | undefined }>
> = {
  calendar: { label: strings.plan.chart.calendar, draw: calendarChart },
  trip: { label: strings.plan.chart.trip, draw: tripChart },
  meeting: { label: strings.plan.chart.meeting, draw: meetingChart },
}

/** A plan as a picture; nothing for a domain that has none. */
export function PlanChart({ facts, plan }: { readonly plan: Plan; readonly facts: readonly Fact[] }) {
  const chart = charts[plan.domain]
  const model = chart?.draw(plan, facts)
  return chart === undefined || model === undefined ? null : <LaneChart model={model} label={chart.label} />
}
