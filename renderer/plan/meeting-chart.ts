import type { Fact } from '../../src/planning/fact.ts'
import type { Plan } from '../../src/planning/plan.ts'
import { clock, hourTicks, type Lane, type LaneChartModel, type LaneLink, type LaneSpan } from './lane-chart-model.ts'

interface Window {
  readonly person: string
  readonly place: string
  readonly from: number | undefined
  readonly to: number | undefined
}

/** A lane for each person: when they can be met, when they are, and the ways between. */
export function meetingChart(plan: Plan, facts: readonly Fact[]): LaneChartModel | undefined {
  const meetings = plan.steps.flatMap(({ action, args: { endMin, person, startMin } }) =>
    action === 'meet' && typeof person === 'string' && typeof startMin === 'number' && typeof endMin === 'number'
      ? [{ person, startMin, endMin }]
      : [],
  )
  const windows = facts.flatMap(readWindow)
  const start = plan.steps[0]?.args['timeMin']
  const times = [
    ...(typeof start === 'number' ? [start] : []),
    ...meetings.flatMap((one) => [one.startMin, one.endMin]),
    ...windows.flatMap((one) => [one.from, one.to].filter((time) => time !== undefined)),
  ]
  if (times.length === 0) return undefined
  const from = Math.min(...times)
  const to = Math.max(...times)
  const met = meetings.map((one) => one.person)
  const people = [...new Set([...met, ...windows.map((one) => one.person)])]
  const lanes = people.map((person): Lane => {
    const open = windows
      .filter((one) => one.person === person)
      .map((one): LaneSpan => {
        const span = { from: one.from ?? from, to: one.to ?? to }
        return { ...span, kind: 'open', title: `${one.place}, ${clock(span.from)} – ${clock(span.to)}` }
      })
    const chosen = meetings
      .filter((one) => one.person === person)
      .map(({ endMin, startMin }): LaneSpan => {
        return { from: startMin, to: endMin, kind: 'chosen', title: `${clock(startMin)} – ${clock(endMin)}` }
      })
    return { name: person, spans: [...open, ...chosen] }
  })
  const links = meetings.slice(1).flatMap((next, index): LaneLink[] => {
    const before = meetings[index]
    if (before === undefined) return []
    return [{ from: { lane: index, at: before.endMin }, to: { lane: index + 1, at: next.startMin } }]
  })
  return { from, to, ticks: hourTicks(from, to), lanes, links }
}

function readWindow({ args: [person, place, from, to], predicate }: Fact): Window[] {
  if (predicate !== 'available' || typeof person !== 'string' || typeof place !== 'string') return []
  return [
    { person, place, from: typeof from === 'number' ? from : undefined, to: typeof to === 'number' ? to : undefined },
  ]
}
