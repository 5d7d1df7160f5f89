import type { Plan, PlanStep } from '../../src/planning/plan.ts'

const none: ReadonlySet<number> = new Set()

/**
 * Indices of a plan's steps that all plans beside it have too. None where nothing differs: difference is then no news,
 * and a picture all in grey would hide the answer.
 */
export function quietSteps(plan: Plan, others: readonly Plan[]): ReadonlySet<number> {
  const rivals = others.filter(({ domain }) => domain === plan.domain).map(({ steps }) => new Set(steps.map(stepKey)))
  if (rivals.length === 0) return none
  const own = plan.steps.map(stepKey)
  const isSame = rivals.every((rival) => rival.size === new Set(own).size && own.every((key) => rival.has(key)))
  if (isSame) return none
  return new Set(own.flatMap((key, index) => (rivals.every((rival) => rival.has(key)) ? [index] : [])))
}

function stepKey({ action, args }: PlanStep): string {
  return JSON.stringify([action, Object.entries(args).toSorted(([one], [other]) => one.localeCompare(other))])
}
