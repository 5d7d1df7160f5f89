import type { Fact } from '../../src/planning/fact.ts'
import type { Plan } from '../../src/planning/plan.ts'
import { strings } from '../strings.ts'
import type { Lane, LaneChartModel, LaneLink } from './lane-chart-model.ts'

/** A lane for each city over the days; the day of a flight lies in both. */
export function tripChart(plan: Plan, facts: readonly Fact[]): LaneChartModel | undefined {
  const stays = plan.steps.flatMap(({ action, args: { city, fromDay, toDay } }) =>
    action === 'stay' && typeof city === 'string' && typeof fromDay === 'number' && typeof toDay === 'number'
      ? [{ city, fromDay, toDay }]
      : [],
  )
  const last = Math.max(...stays.map((one) => one.toDay))
  if (stays.length === 0) return undefined
  const lanes = stays.map(({ city, fromDay, toDay }): Lane => {
    const title = fromDay === toDay ? strings.plan.day(fromDay) : `${strings.plan.day(fromDay)} – ${toDay}`
    const asked = facts.flatMap(({ args: [place, from, to], predicate }) =>
      predicate === 'event' && place === city && typeof from === 'number' && typeof to === 'number'
        ? [{ from, to: to + 1, kind: 'asked' as const, title: `${strings.plan.day(from)} – ${to}` }]
        : [],
    )
    return { name: city, spans: [{ from: fromDay, to: toDay + 1, kind: 'chosen', title }, ...asked] }
  })
  const links = stays.slice(1).map(({ fromDay }, index): LaneLink => {
    const at = fromDay + 0.5
    return { from: { lane: index, at }, to: { lane: index + 1, at } }
  })
  const step = Math.max(1, Math.ceil(last / 10))
  const ticks = Array.from({ length: Math.ceil(last / step) }, (_, index) => {
    const day = 1 + index * step
    return { at: day + 0.5, label: String(day) }
  })
  return { from: 1, to: last + 1, ticks, lanes, links }
}
