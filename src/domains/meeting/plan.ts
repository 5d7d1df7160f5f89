import { PlanwrightError } from '../../base/planwright-error.ts'
import type { Plan, PlanStep } from '../../planning/plan.ts'
import type { PlanStyle } from '../../planning/planning-domain.ts'
import type { Substitution, Term } from '../../planning/term.ts'
import { placeKey } from '../names.ts'
import { clock12, clock24, count } from '../wording.ts'

/** What one does, in order; times in minutes after midnight. */
export type MeetingStep =
  | { readonly action: 'start'; readonly place: string; readonly timeMin: number }
  | { readonly action: 'travel'; readonly to: string; readonly lengthMin: number; readonly arriveMin: number }
  | { readonly action: 'wait'; readonly untilMin: number }
  | { readonly action: 'meet'; readonly person: string; readonly startMin: number; readonly endMin: number }

export function meetingPlan(steps: readonly MeetingStep[]): Plan {
  return { domain: 'meeting', steps: steps.map(({ action, ...args }): PlanStep => ({ action, args })) }
}

function readStep({ action, args }: PlanStep): MeetingStep | null {
  const { place, timeMin, to, lengthMin, arriveMin, untilMin, person, startMin, endMin } = args
  if (action === 'start' && typeof place === 'string' && typeof timeMin === 'number') return { action, place, timeMin }
  if (action === 'travel' && typeof to === 'string' && typeof lengthMin === 'number' && typeof arriveMin === 'number') {
    return { action, to, lengthMin, arriveMin }
  }
  if (action === 'wait' && typeof untilMin === 'number') return { action, untilMin }
  if (action !== 'meet' || typeof person !== 'string') return null
  return typeof startMin === 'number' && typeof endMin === 'number' ? { action, person, startMin, endMin } : null
}

/** The plan's steps; null for a plan of another domain or with a step of another kind. */
export function meetingSteps(plan: Plan): MeetingStep[] | null {
  const steps = plan.steps.map(readStep).filter((step) => step !== null)
  return plan.domain === 'meeting' && steps.length === plan.steps.length ? steps : null
}

const wrongShape = () =>
  new PlanwrightError({ code: 'internal', message: 'the meeting rules gave an answer of another shape' })

function readMeeting(term: Term) {
  if (term.type !== 'compound' || term.functor !== 'meeting') throw wrongShape()
  const [person, place, travel, start, end] = term.args
  if (person?.type !== 'atom' || place?.type !== 'atom') throw wrongShape()
  if (travel?.type !== 'number' || start?.type !== 'number' || end?.type !== 'number') throw wrongShape()
  return { person: person.name, place: place.name, travel: travel.value, start: start.value, end: end.value }
}

/** Reads the answer of `tour(Place, Time, Meetings)`; a start that is not stated is where the first meeting is. */
export function readMeetingPlan({ Place, Time, Meetings }: Substitution): Plan {
  if (Place?.type !== 'atom' || Time?.type !== 'number' || Meetings?.type !== 'list') throw wrongShape()
  const meetings = Meetings.items.map(readMeeting)
  let here = Place.name === '' ? (meetings[0]?.place ?? '') : Place.name
  let now = Time.value
  const steps: MeetingStep[] = [{ action: 'start', place: here, timeMin: now }]
  for (const { person, place, travel, start, end } of meetings) {
    if (placeKey(place) !== placeKey(here)) {
      now += travel
      here = place
      steps.push({ action: 'travel', to: place, lengthMin: travel, arriveMin: now })
    }
    if (start > now) steps.push({ action: 'wait', untilMin: start })
    steps.push({ action: 'meet', person, startMin: start, endMin: end })
    now = end
  }
  return meetingPlan(steps)
}

function benchmarkLine(step: MeetingStep): string {
  switch (step.action) {
    case 'start':
      return `You start at ${step.place} at ${clock12(step.timeMin)}.`
    case 'travel':
      return `You travel to ${step.to} in ${step.lengthMin} minutes and arrive at ${clock12(step.arriveMin)}.`
    case 'wait':
      return `You wait until ${clock12(step.untilMin)}.`
    case 'meet': {
      const length = step.endMin - step.startMin
      return `You meet ${step.person} for ${length} minutes from ${clock12(step.startMin)} to ${clock12(step.endMin)}.`
    }
  }
}

function plainLine(step: MeetingStep): string {
  switch (step.action) {
    case 'start':
      return `${clock24(step.timeMin)}: start at ${step.place}.`
    case 'travel':
      return `Travel to ${step.to}: ${count(step.lengthMin, 'minute')}, there at ${clock24(step.arriveMin)}.`
    case 'wait':
      return `Wait until ${clock24(step.untilMin)}.`
    case 'meet':
      return `${clock24(step.startMin)} to ${clock24(step.endMin)}: meet ${step.person}.`
  }
}

export function describeMeetingPlan(plan: Plan, style: PlanStyle): string {
  const steps = meetingSteps(plan) ?? []
  return style === 'benchmark' ? `SOLUTION: ${steps.map(benchmarkLine).join(' ')}` : steps.map(plainLine).join('\n')
}

/** Who is met when. */
export function exportMeetingPlan(plan: Plan): { person: string; start: number; end: number }[] {
  return (meetingSteps(plan) ?? []).flatMap((step) =>
    step.action === 'meet' ? [{ person: step.person, start: step.startMin, end: step.endMin }] : [],
  )
}
