import { diffArrays } from 'diff'
import type { Plan, PlanStep } from '../../src/planning/plan.ts'

/** `moved`: at another place in the order; `retimed`: the same at another time. */
export type StepChange =
  | { readonly kind: 'same' | 'added' | 'removed' | 'moved'; readonly step: PlanStep }
  | { readonly kind: 'retimed'; readonly step: PlanStep; readonly before: PlanStep }

/** What a step is about: where two have the same, they are the same at perhaps another time. */
function subjectOf({ action, args }: PlanStep): string {
  const names = Object.entries(args).flatMap(([name, value]) => (typeof value === 'string' ? [`${name} ${value}`] : []))
  // The one meeting of a calendar is the same on another day.
  return action === 'meet' && args['person'] === undefined ? action : [action, ...names].join('\n')
}

/** Steps that come about by themselves between others: shown where they differ, never as moved. */
const isBetween = ({ action }: PlanStep) => action === 'wait' || action === 'travel' || action === 'fly'

const isSame = (one: PlanStep, other: PlanStep) => JSON.stringify(one) === JSON.stringify(other)

/** The steps of the new plan in their order, and those of the old one that are gone where they stood. */
export function planDiff(before: Plan, after: Plan): StepChange[] {
  const key = (step: PlanStep) => subjectOf(step)
  const parts = diffArrays(before.steps.map(key), after.steps.map(key))
  const gone: PlanStep[] = []
  const changes: StepChange[] = []
  let [old, now] = [0, 0]
  for (const { added, count = 0, removed } of parts) {
    for (let index = 0; index < count; index++) {
      const [was, is] = [before.steps[old], after.steps[now]]
      if (removed) {
        if (was !== undefined) {
          gone.push(was)
          changes.push({ kind: 'removed', step: was })
        }
        old += 1
      } else if (added) {
        if (is !== undefined) changes.push({ kind: 'added', step: is })
        now += 1
      } else {
        if (was !== undefined && is !== undefined) {
          changes.push(isSame(was, is) ? { kind: 'same', step: is } : { kind: 'retimed', step: is, before: was })
        }
        old += 1
        now += 1
      }
    }
  }
  return withMoves(changes, gone)
}

/** What was removed at one place and added at another has moved. */
function withMoves(changes: readonly StepChange[], gone: readonly PlanStep[]): StepChange[] {
  const left = [...gone]
  const moved = new Set<PlanStep>()
  const after = changes.map((change): StepChange => {
    if (change.kind !== 'added' || isBetween(change.step)) return change
    const at = left.findIndex((step) => subjectOf(step) === subjectOf(change.step))
    const [before] = at < 0 ? [] : left.splice(at, 1)
    if (before === undefined) return change
    moved.add(before)
    return { kind: 'moved', step: change.step }
  })
  return after.filter((change) => change.kind !== 'removed' || !moved.has(change.step))
}
