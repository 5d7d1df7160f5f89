import type { Plan } from '../../../src/planning/plan.ts'

/** A meeting of the plan, and how one gets to it. */
export interface Visit {
  readonly person: string
  readonly place: string
  readonly startMin: number
  readonly endMin: number
  /** Places among the plan's steps: of the meeting, and of its way and waiting where there are any. */
  readonly steps: readonly number[]
  /** When the place before is left, and when one is there; the same without a way. */
  readonly leaveMin: number
  readonly arriveMin: number
  readonly hasWay: boolean
}

export interface Day {
  readonly start: { readonly place: string; readonly timeMin: number; readonly step: number } | undefined
  readonly visits: readonly Visit[]
}

/** The plan's steps joined to visits; steps of another shape are passed over. */
export function followPlan(plan: Plan): Day {
  let start: Day['start']
  let here = ''
  let now = 0
  let way: { leaveMin: number; arriveMin: number } | undefined
  let steps: number[] = []
  const visits: Visit[] = []
  for (const [step, { action, args }] of plan.steps.entries()) {
    const { arriveMin, endMin, person, place, startMin, timeMin, to, untilMin } = args
    if (action === 'start' && typeof place === 'string' && typeof timeMin === 'number') {
      start = { place, timeMin, step }
      here = place
      now = timeMin
    } else if (action === 'travel' && typeof to === 'string' && typeof arriveMin === 'number') {
      way = { leaveMin: way?.leaveMin ?? now, arriveMin }
      here = to
      now = arriveMin
      steps.push(step)
    } else if (action === 'wait' && typeof untilMin === 'number') {
      now = untilMin
      steps.push(step)
    } else if (
      action === 'meet' &&
      typeof person === 'string' &&
      typeof startMin === 'number' &&
      typeof endMin === 'number'
    ) {
      const leaveMin = way?.leaveMin ?? visits.at(-1)?.endMin ?? start?.timeMin ?? startMin
      const arrived = way?.arriveMin ?? leaveMin
      const all = [...steps, step]
      visits.push({
        person,
        place: here,
        startMin,
        endMin,
        steps: all,
        leaveMin,
        arriveMin: arrived,
        hasWay: way !== undefined,
      })
      way = undefined
      steps = []
      now = endMin
    }
  }
  return { start, visits }
}
