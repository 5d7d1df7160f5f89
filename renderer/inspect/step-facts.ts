import type { Fact, FactArgument } from '../../src/planning/fact.ts'
import type { Plan, PlanStep } from '../../src/planning/plan.ts'

type RestsOn = (step: PlanStep, fact: Fact, plan: Plan) => boolean

const keyOf = (value: FactArgument | undefined) =>
  String(value ?? '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^the /i, '')
    .toLowerCase()
const same = (one: FactArgument | undefined, other: FactArgument | undefined) => keyOf(one) === keyOf(other)
const isAbsent = (value: FactArgument | undefined) => value === null || value === undefined

/** Where the facts of a calendar have their day; those that are not here bear on whichever day it is. */
const dayAt: Readonly<Record<string, number>> = {
  day: 0,
  busy: 1,
  busy_for: 1,
  free: 1,
  not_on: 1,
  not_before: 1,
  not_after: 1,
}

/** The one meeting rests on all that is said of its day and of every day. */
const calendar: RestsOn = (step, { args, predicate }) => {
  const at = dayAt[predicate]
  if (at === undefined) return predicate !== 'days' || args.some((day) => same(day, step.args['day']))
  return isAbsent(args[at]) || same(args[at], step.args['day'])
}

const trip: RestsOn = (step, { args, predicate }, plan) => {
  const stays = plan.steps.filter(({ action }) => action === 'stay')
  if (step.action === 'fly') {
    const { from, to } = step.args
    const there = same(args[0], from) && same(args[1], to)
    const back = same(args[0], to) && same(args[1], from)
    return (
      predicate === 'all_connected' ||
      (predicate === 'flight' && (there || back)) ||
      (predicate === 'flight_oneway' && there)
    )
  }
  switch (predicate) {
    case 'stay':
    case 'event':
      return same(args[0], step.args['city'])
    case 'first_city':
      return step === stays[0] && same(args[0], step.args['city'])
    case 'last_city':
      return step === stays.at(-1) && same(args[0], step.args['city'])
    case 'total_days':
      return step === stays.at(-1) && step.args['toDay'] === args[0]
    default:
      return false
  }
}

/** Where one is before a step. */
function placeBefore(step: PlanStep, plan: Plan): string | number | undefined {
  const before = plan.steps
    .slice(0, plan.steps.indexOf(step))
    .findLast(({ action }) => action === 'start' || action === 'travel')
  return before?.args['place'] ?? before?.args['to']
}

function meets({ args, predicate }: Fact, person: FactArgument | undefined): boolean {
  if (predicate === 'available') return same(args[0], person)
  return predicate === 'meet_min' && (isAbsent(args[0]) || same(args[0], person))
}

const meeting: RestsOn = (step, fact, plan) => {
  const { args, predicate } = fact
  switch (step.action) {
    case 'start':
      return predicate === 'start' && same(args[0], step.args['place'])
    case 'meet':
      return meets(fact, step.args['person'])
    case 'wait': {
      // One waits for whoever comes next.
      const next = plan.steps.slice(plan.steps.indexOf(step)).find(({ action }) => action === 'meet')
      return predicate === 'available' && same(args[0], next?.args['person'])
    }
    case 'travel': {
      const [from, to] = [placeBefore(step, plan), step.args['to']]
      if (predicate === 'travel_at') return same(args[0], from) || same(args[0], to)
      const isPair = (same(args[0], from) && same(args[1], to)) || (same(args[0], to) && same(args[1], from))
      return predicate === 'travel' && isPair
    }
    default:
      return false
  }
}

const domains: Readonly<Record<string, RestsOn>> = { calendar, trip, meeting }

/**
 * For each step of a plan the facts that it rests on, as their numbers: those that name its day, its city, its person or its
 * way. Only what equal arguments make certain; a rule about areas that a way may have come from is left out.
 */
export function stepFacts(plan: Plan | undefined, facts: readonly Fact[]): readonly (readonly number[])[] {
  if (plan === undefined) return []
  const restsOn = domains[plan.domain] ?? (() => false)
  return plan.steps.map((step) => facts.flatMap((fact, index) => (restsOn(step, fact, plan) ? [index] : [])))
}
