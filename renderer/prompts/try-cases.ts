import type { PromptCase } from '../../src/api/prompts-contract.ts'
import type { Column } from '../comparison/column.ts'
import { type OutcomeKind, outcomeOf } from '../run/outcome.ts'
import type { RunView } from '../run/run-view.ts'

/** A problem that versions can be tried on. */
export interface TryProblem {
  readonly id: string
  readonly title: string
  readonly text: string
  /** A domain's id, or `auto`. */
  readonly domain: string
}

/** How a run of a problem with one of the versions is going, or went. */
export type TrySide = Pick<Column, 'state' | 'runId' | 'run'>

export type TryChange = 'better' | 'worse' | 'same' | 'otherPlan' | 'otherWay'

const effectRank = { differs: 0, unknown: 1, same: 2 } as const

/** Those first that ask something else, of these those first that failed before; else as they stood. */
export function orderCases<T extends { readonly known: PromptCase | undefined }>(rows: readonly T[]): T[] {
  const rank = ({ known }: T) => {
    const failedBefore = known?.before !== undefined && !known.before.isGood
    return effectRank[known?.effect ?? 'unknown'] * 2 + (failedBefore ? 0 : 1)
  }
  return rows
    .map((row, place) => ({ row, place }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.place - b.place)
    .map(({ row }) => row)
}

export const outcomeOfSide = (side: TrySide) => outcomeOf({ key: 0, modelId: '', message: undefined, ...side })

const isGood = (kind: OutcomeKind) => kind === 'valid' || kind === 'unsatisfiable'

/** What became of a problem; undefined until both runs have ended. */
export function changeOf(before: TrySide | undefined, after: TrySide | undefined): TryChange | undefined {
  if (before === undefined || after === undefined) return undefined
  if (!hasEnded(before) || !hasEnded(after)) return undefined
  const [was, is] = [outcomeOfSide(before).kind, outcomeOfSide(after).kind]
  if (isGood(was) !== isGood(is)) return isGood(is) ? 'better' : 'worse'
  if (was !== is) return 'otherWay'
  return planOf(before.run) === planOf(after.run) ? 'same' : 'otherPlan'
}

export const hasEnded = ({ state }: TrySide): boolean => state === 'ended' || state === 'refused' || state === 'lost'

const planOf = ({ plan }: RunView) => JSON.stringify(plan ?? null)
