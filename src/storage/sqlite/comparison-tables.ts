import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { type RunCell, runCellSchema } from '../../planning/cell.ts'
import {
  type Comparison,
  type ComparisonState,
  comparisonSchema,
  type Job,
  type StartedJob,
} from '../../planning/comparison.ts'
import { type Dataset, type DatasetProblem, datasetProblemSchema, datasetSchema } from '../../planning/dataset.ts'
import { parseJson } from '../parse-json.ts'

/** Datasets, comparisons and their jobs. */
export interface ComparisonTables {
  addDataset(dataset: Dataset, problems: readonly DatasetProblem[]): void
  datasets(): readonly Dataset[]
  problems(datasetId: string, positions?: readonly number[]): readonly DatasetProblem[]
  addComparison(comparison: Comparison): void
  comparisons(): readonly Comparison[]
  setState(comparisonId: string, state: ComparisonState): void
  setBinned(comparisonId: string, isBinned: boolean): void
  startJob(job: Job, runId: string): void
  endJob(job: Job, cell: RunCell): void
  jobs(comparisonId: string, problems?: readonly number[]): readonly StartedJob[]
}

const taken = (what: string) => new PlanwrightError({ code: 'invalid-input', message: `${what} is there already.` })

export function comparisonTables(database: DatabaseSync): ComparisonTables {
  const prepare = (sql: string) => database.prepare(sql)
  const addDataset = prepare('INSERT OR IGNORE INTO datasets (dataset_id, time, dataset) VALUES (?, ?, ?)')
  const addProblem = prepare('INSERT INTO problems (dataset_id, position, problem) VALUES (?, ?, ?)')
  const datasets = prepare('SELECT dataset FROM datasets ORDER BY time DESC, dataset_id DESC')
  const addComparison = prepare(
    'INSERT OR IGNORE INTO comparisons (comparison_id, time, state, is_binned, comparison) VALUES (?, ?, ?, ?, ?)',
  )
  const comparisons = prepare(
    'SELECT comparison, state, is_binned FROM comparisons ORDER BY time DESC, comparison_id DESC',
  )
  const setState = prepare('UPDATE comparisons SET state = ? WHERE comparison_id = ?')
  const setBinned = prepare('UPDATE comparisons SET is_binned = ? WHERE comparison_id = ?')
  const startJob = prepare(
    `INSERT INTO jobs (comparison_id, problem, variant, repeat, run_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET run_id = excluded.run_id WHERE cell IS NULL`,
  )
  const endJob = prepare(
    `UPDATE jobs SET run_id = ?, cell = ?
     WHERE comparison_id = ? AND problem = ? AND variant = ? AND repeat = ? AND cell IS NULL`,
  )

  return {
    addDataset(dataset, problems) {
      const added = addDataset.run(dataset.datasetId, dataset.time, JSON.stringify(dataset))
      if (added.changes === 0) throw taken(`The dataset ${dataset.datasetId}`)
      for (const [position, problem] of problems.entries()) {
        addProblem.run(dataset.datasetId, position, JSON.stringify(problem))
      }
    },
    datasets: () => datasets.all().flatMap((row) => datasetSchema.safeParse(jsonOf(row, 'dataset')).data ?? []),
    problems(datasetId, positions) {
      const rows = selectSome(database, {
        sql: 'SELECT problem FROM problems WHERE dataset_id = ?',
        of: [datasetId],
        column: 'position',
        positions,
      })
      return rows.flatMap((row) => datasetProblemSchema.safeParse(jsonOf(row, 'problem')).data ?? [])
    },
    addComparison(comparison) {
      const { comparisonId, isBinned, state, time } = comparison
      const added = addComparison.run(comparisonId, time, state, isBinned ? 1 : 0, JSON.stringify(comparison))
      if (added.changes === 0) throw taken(`The comparison ${comparisonId}`)
    },
    comparisons: () =>
      comparisons.all().flatMap((row) => {
        const written = jsonOf(row, 'comparison')
        const now = { state: row['state'], isBinned: row['is_binned'] === 1 }
        return comparisonSchema.safeParse(Object.assign({}, written, now)).data ?? []
      }),
    setState: (comparisonId, state) => void setState.run(state, comparisonId),
    setBinned: (comparisonId, isBinned) => void setBinned.run(isBinned ? 1 : 0, comparisonId),
    startJob: ({ comparisonId, problem, repeat, variant }, runId) =>
      void startJob.run(comparisonId, problem, variant, repeat, runId),
    endJob: ({ comparisonId, problem, repeat, variant }, cell) =>
      void endJob.run(cell.runId, JSON.stringify(cell), comparisonId, problem, variant, repeat),
    jobs(comparisonId, problems) {
      const rows = selectSome(database, {
        sql: 'SELECT problem, variant, repeat, run_id, cell FROM jobs WHERE comparison_id = ?',
        of: [comparisonId],
        column: 'problem',
        positions: problems,
      })
      return rows.map((row) => readJob(comparisonId, row))
    },
  }
}

/** Rows whose column is one of the positions, in their order; all rows where none are given. */
function selectSome(
  database: DatabaseSync,
  named: { sql: string; of: readonly SQLInputValue[]; column: string; positions: readonly number[] | undefined },
): Record<string, unknown>[] {
  const { column, of, positions, sql } = named
  const order = `ORDER BY ${column}`
  if (positions === undefined) return database.prepare(`${sql} ${order}`).all(...of)
  const some = `AND ${column} IN (SELECT value FROM json_each(?))`
  return database.prepare(`${sql} ${some} ${order}`).all(...of, JSON.stringify(positions))
}

function readJob(comparisonId: string, row: Record<string, unknown>): StartedJob {
  const cell = row['cell'] === null ? undefined : runCellSchema.safeParse(jsonOf(row, 'cell')).data
  return {
    comparisonId,
    problem: Number(row['problem']),
    variant: Number(row['variant']),
    repeat: Number(row['repeat']),
    runId: String(row['run_id']),
    ...(cell === undefined ? {} : { cell }),
  }
}

const jsonOf = (row: Record<string, unknown>, column: string) => parseJson(String(row[column]))
