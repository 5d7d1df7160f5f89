import type { MatrixCell } from '../../api/comparisons-contract.ts'
import { percentile } from '../../evaluation/statistics.ts'
import { type CellOutcome, isGoodOutcome } from '../../planning/cell.ts'
import type { StartedJob } from '../../planning/comparison.ts'

/** From the worst to the best. */
const bySeverity: readonly CellOutcome[] = [
  'failed',
  'malformed',
  'unknown-predicate',
  'not-a-problem',
  'rejected',
  'wrong-facts',
  'limit-reached',
  'draft',
  'no-solution',
  'cancelled',
  'consistent',
  'right',
]

export function worstOf(outcomes: readonly CellOutcome[]): CellOutcome | null {
  return bySeverity.find((outcome) => outcomes.includes(outcome)) ?? null
}

/** Repeats of one problem with one variant, summed up. */
export function matrixCell(jobs: readonly StartedJob[], runningRunId: string | undefined): MatrixCell {
  const cells = jobs.flatMap(({ cell }) => cell ?? [])
  const outcome = worstOf(cells.map((cell) => cell.outcome))
  const shown = cells.find((cell) => cell.outcome === outcome)
  const median = (values: readonly number[]) => percentile(values, 0.5) ?? 0
  return {
    done: cells.length,
    good: cells.filter((cell) => isGoodOutcome(cell.outcome)).length,
    plans: new Set(cells.map(({ planKey }) => planKey).filter((key) => key !== '')).size,
    isRunning: jobs.some(({ runId }) => runId === runningRunId),
    outcome,
    line: shown?.line ?? '',
    planKey: shown?.planKey ?? '',
    runId: shown?.runId ?? null,
    latencyMs: median(cells.map(({ latencyMs }) => latencyMs)),
    tokens: median(cells.map(({ tokens }) => tokens)),
    tokensPerSecond: median(cells.map(({ tokensPerSecond }) => tokensPerSecond)),
    memoryBytes: Math.max(0, ...cells.map(({ memoryBytes }) => memoryBytes)),
  }
}
