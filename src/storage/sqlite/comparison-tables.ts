import type { DatabaseSync } from 'node:sqlite'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { cellOutcomeSchema, type RunCell } from '../../planning/cell.ts'
import {
  type Comparison,
  type ComparisonState,
  comparisonSchema,
  type Job,
  type JobOutcome,
  type StartedJob,
} from '../../planning/comparison.ts'
import { parseJson } from '../parse-json.ts'
import { selectSome } from './select-some.ts'

/** Comparisons and their jobs. */
export interface ComparisonTables {
  add(comparison: Comparison): void
  list(): readonly Comparison[]
  setState(comparisonId: string, state: ComparisonState): void
  setBinned(comparisonId: string, isBinned: boolean): void
  startJob(job: Job, runId: string): void
  endJob(job: Job, cell: RunCell): void
  jobs(comparisonId: string, problems?: readonly number[]): readonly StartedJob[]
  outcomes(comparisonId: string): readonly JobOutcome[]
}

export function comparisonTables(database: DatabaseSync): ComparisonTables {
  const prepare = (sql: string) => database.prepare(sql)
  const add = prepare(
    'INSERT OR IGNORE INTO comparisons (comparison_id, time, state, is_binned, comparison) VALUES (?, ?, ?, ?, ?)',
  )
  const list = prepare('SELECT comparison, state, is_binned FROM comparisons ORDER BY time DESC, comparison_id DESC')
  const setState = prepare('UPDATE comparisons SET state = ? WHERE comparison_id = ?')
  const setBinned = prepare('UPDATE comparisons SET is_binned = ? WHERE comparison_id = ?')
  const startJob = prepare(
    `INSERT INTO jobs (comparison_id, problem, variant, repeat, run_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET run_id = excluded.run_id WHERE outcome IS NULL`,
  )
  const endJob = prepare(
    `UPDATE jobs SET run_id = ?, outcome = ?, line = ?, plan_key = ?, latency_ms = ?, tokens = ?, tokens_per_second = ?,
     memory_bytes = ?
     WHERE comparison_id = ? AND problem = ? AND variant = ? AND repeat = ? AND outcome IS NULL`,
  )
  const outcomes = prepare(
    `SELECT problem, variant, repeat, outcome, plan_key, latency_ms, tokens_per_second, memory_bytes
     FROM jobs WHERE comparison_id = ? AND outcome IS NOT NULL`,
  )
  return {
    add(comparison) {
      const { comparisonId, isBinned, state, time } = comparison
      const added = add.run(comparisonId, time, state, isBinned ? 1 : 0, JSON.stringify(comparison))
      if (added.changes > 0) return
      throw new PlanwrightError({ code: 'invalid-input', message: `The comparison ${comparisonId} is there already.` })
    },
    list: () =>
      list.all().flatMap((row) => {
        const now = { state: row['state'], isBinned: row['is_binned'] === 1 }
        return comparisonSchema.safeParse(Object.assign({}, parseJson(String(row['comparison'])), now)).data ?? []
      }),
    setState: (comparisonId, state) => void setState.run(state, comparisonId),
    setBinned: (comparisonId, isBinned) => void setBinned.run(isBinned ? 1 : 0, comparisonId),
    startJob: ({ comparisonId, problem, repeat, variant }, runId) =>
      void startJob.run(comparisonId, problem, variant, repeat, runId),
    endJob({ comparisonId, problem, repeat, variant }, cell) {
      const { latencyMs, line, memoryBytes, outcome, planKey, runId, tokens, tokensPerSecond } = cell
      endJob.run(
        ...[runId, outcome, line, planKey, latencyMs, tokens, tokensPerSecond, memoryBytes],
        ...[comparisonId, problem, variant, repeat],
      )
    },
    jobs: (comparisonId, problems) =>
      selectSome(database, {
        sql: 'SELECT * FROM jobs WHERE comparison_id = ?',
        of: [comparisonId],
        column: 'problem',
        positions: problems,
      }).map((row) => ({ comparisonId, ...jobOf(row), runId: String(row['run_id']), ...cellOf(row) })),
    // Sixty thousand of them: each is read by hand.
    outcomes: (comparisonId) =>
      outcomes.all(comparisonId).map((row) => ({
        ...jobOf(row),
        outcome: cellOutcomeSchema.parse(row['outcome']),
        planKey: String(row['plan_key']),
        latencyMs: Number(row['latency_ms']),
        tokensPerSecond: Number(row['tokens_per_second']),
        memoryBytes: Number(row['memory_bytes']),
      })),
  }
}

const jobOf = (row: Record<string, unknown>) => ({
  problem: Number(row['problem']),
  variant: Number(row['variant']),
  repeat: Number(row['repeat']),
})

/** The cell of a row of `jobs`, where it has one. */
export function cellOf(row: Record<string, unknown>): { cell?: RunCell } {
  const outcome = cellOutcomeSchema.safeParse(row['outcome']).data
  if (outcome === undefined) return {}
  const cell = {
    runId: String(row['run_id']),
    outcome,
    line: String(row['line']),
    planKey: String(row['plan_key']),
    latencyMs: Number(row['latency_ms']),
    tokens: Number(row['tokens']),
    tokensPerSecond: Number(row['tokens_per_second']),
    memoryBytes: Number(row['memory_bytes']),
  }
  return { cell }
}
