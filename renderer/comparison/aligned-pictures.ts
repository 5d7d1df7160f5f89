import { type PlanAxis, planAxis } from '../plan/plan-axis.ts'
import { quietSteps } from '../plan/quiet-steps.ts'
import { factsOf } from '../run/run-view.ts'
import type { Column } from './column.ts'

export interface AlignedPicture {
  readonly axis: PlanAxis | undefined
  /** Indices of steps that all other ended runs' plans have too. */
  readonly quietSteps: ReadonlySet<number>
}

/** For each column with a plan, by its key: the axis that all plans of its domain share, and what is the same in them. */
export function alignedPictures(columns: readonly Column[]): ReadonlyMap<number, AlignedPicture> {
  const planned = columns.flatMap(({ key, run, state }) =>
    run.plan === undefined || state !== 'ended'
      ? []
      : [{ key, plan: run.plan, facts: factsOf(run).map((one) => one.fact) }],
  )
  return new Map(
    planned.map(({ key, plan }) => {
      const others = planned.filter((one) => one.key !== key).map((one) => one.plan)
      return [key, { axis: planAxis(plan.domain, planned), quietSteps: quietSteps(plan, others) }]
    }),
  )
}
