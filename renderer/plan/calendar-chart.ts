import type { Fact } from '../../src/planning/fact.ts'
import type { Plan } from '../../src/planning/plan.ts'
import { strings } from '../strings.ts'
import { clock, hourTicks, type LaneChartModel, type LaneSpan } from './lane-chart-model.ts'

const defaultHours = { from: 9 * 60, to: 17 * 60 }

/** The proposed day with a lane for each person: taken times, and the proposed one over all. */
export function calendarChart(plan: Plan, facts: readonly Fact[]): LaneChartModel | undefined {
  const { day, endMin, startMin } = plan.steps[0]?.args ?? {}
  if (typeof startMin !== 'number' || typeof endMin !== 'number' || typeof day !== 'string') return undefined
  const hours = workHours(facts)
  const from = Math.min(hours.from, startMin)
  const to = Math.max(hours.to, endMin)
  const lanes = new Map<string, LaneSpan[]>()
  for (const { args, predicate } of facts) {
    if (predicate === 'participant' && typeof args[0] === 'string') lanes.set(args[0], lanes.get(args[0]) ?? [])
  }
  for (const fact of facts) {
    const span = takenSpan(fact, day, { from, to })
    if (span === undefined) continue
    const name = typeof fact.args[0] === 'string' ? fact.args[0] : strings.plan.everyone
    lanes.set(name, [...(lanes.get(name) ?? []), span])
  }
  return {
    from,
    to,
    ticks: hourTicks(from, to),
    lanes: [...lanes].map(([name, spans]) => ({ name, spans })),
    links: [],
    band: { from: startMin, to: endMin, title: strings.plan.calendar(day, clock(startMin), clock(endMin)) },
  }
}

function workHours(facts: readonly Fact[]): { from: number; to: number } {
  const [from, to] = facts.find((one) => one.predicate === 'work_hours')?.args ?? []
  return typeof from === 'number' && typeof to === 'number' && from < to ? { from, to } : defaultHours
}

/** Where a fact of a person lies on the chosen day; an absent time is the beginning or the end of the day. */
function takenSpan(fact: Fact, day: string, hours: { from: number; to: number }): LaneSpan | undefined {
  const [, onDay] = fact.args
  if (typeof onDay === 'string' && onDay !== day) return undefined
  const times = timesOf(fact)
  if (times === undefined) return undefined
  const { start = hours.from, end = hours.to } = times
  if (end <= start) return undefined
  const kind = fact.predicate === 'free' ? 'open' : 'busy'
  const clipped = { from: Math.max(start, hours.from), to: Math.min(end, hours.to) }
  return clipped.to <= clipped.from ? undefined : { ...clipped, kind, title: `${clock(start)} – ${clock(end)}` }
}

function timesOf({ args: [, , first, second], predicate }: Fact): { start?: number; end?: number } | undefined {
  const at = typeof first === 'number' ? first : undefined
  const then = typeof second === 'number' ? second : undefined
  const from = at === undefined ? {} : { start: at }
  switch (predicate) {
    case 'busy':
    case 'free':
      return then === undefined ? from : { ...from, end: then }
    case 'busy_for':
      return at === undefined || then === undefined ? undefined : { start: at, end: at + then }
    case 'not_before':
      return at === undefined ? undefined : { end: at }
    case 'not_after':
      return at === undefined ? undefined : { start: at }
    case 'not_on':
      return {}
    default:
      return undefined
  }
}
