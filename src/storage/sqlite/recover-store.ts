import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { comparisonSchema, jobSchema } from '../../planning/comparison.ts'
import { datasetProblemSchema, datasetSchema } from '../../planning/dataset.ts'
import { promptVersionSchema } from '../../planning/prompt-version.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { parseJson } from '../parse-json.ts'
import { readEvent } from '../read-event.ts'
import { isDamaged } from '../storage-error.ts'
import type { StoreWrite } from '../store-write.ts'
import { cellOf } from './comparison-tables.ts'
import { openToWrite, type StoreDatabase } from './store-database.ts'

type Row = Record<string, unknown>

/** Takes over all that can still be read of a damaged store in `folder`. Runs are counted: they are what people look for. */
export function recoverStore(folder: string, into: string): { readonly recovered: number; readonly lost: number } {
  const from = join(folder, 'runs.sqlite')
  if (!existsSync(from)) throw new PlanwrightError({ code: 'not-found', message: `There is no store in ${folder}.` })
  const store = openToWrite(into)
  const damaged = new DatabaseSync(from, { readOnly: true })
  let [recovered, lost] = [0, 0]
  try {
    for (const runId of readableRuns(damaged)) {
      const events = readableEvents(damaged, runId)
      if (events.length > 0) store.write([{ kind: 'events', runId, events }])
      if (events.length > 0) recovered++
      else lost++
    }
    for (const write of otherWrites(damaged)) keep(store, write)
  } finally {
    damaged.close()
    store.close()
  }
  return { recovered, lost }
}

/** What is there already, or is no longer what it was, is left out. */
function keep(store: StoreDatabase, write: StoreWrite): void {
  try {
    store.write([write])
  } catch {
    return
  }
}

/** Settings, prompts, datasets and comparisons, as if they were written once more. */
function* otherWrites(database: DatabaseSync): Generator<StoreWrite> {
  for (const { name, value } of readableRows(database, 'SELECT name, value FROM settings ORDER BY name')) {
    yield { kind: 'setting', name: String(name), json: String(value) }
  }
  for (const row of readableRows(
    database,
    'SELECT name, version, time, text, note FROM prompt_versions ORDER BY name',
  )) {
    const version = promptVersionSchema.safeParse(row).data
    if (version !== undefined) yield { kind: 'prompt-version', version }
  }
  for (const row of readableRows(database, 'SELECT dataset FROM datasets ORDER BY dataset_id')) {
    const dataset = datasetSchema.safeParse(parseJson(String(row['dataset']))).data
    if (dataset === undefined) continue
    const problems = readableProblems(database, dataset.datasetId)
    if (problems.length === dataset.problems) yield { kind: 'dataset', dataset, problems }
  }
  for (const row of readableRows(
    database,
    'SELECT comparison, state, is_binned FROM comparisons ORDER BY comparison_id',
  )) {
    const now = { state: row['state'] === 'running' ? 'paused' : row['state'], isBinned: row['is_binned'] === 1 }
    const written = Object.assign({}, parseJson(String(row['comparison'])), now)
    const comparison = comparisonSchema.safeParse(written).data
    if (comparison === undefined) continue
    yield { kind: 'comparison', comparison }
    yield* jobWrites(database, comparison.comparisonId)
  }
}

function* jobWrites(database: DatabaseSync, comparisonId: string): Generator<StoreWrite> {
  const sql = 'SELECT * FROM jobs WHERE comparison_id = ? ORDER BY problem'
  for (const row of readableRows(database, sql, comparisonId)) {
    const job = jobSchema.safeParse({ ...row, comparisonId }).data
    const { cell } = cellOf(row)
    if (job === undefined) continue
    yield { kind: 'job-start', job, runId: String(row['run_id']) }
    if (cell !== undefined) yield { kind: 'job-end', job, cell }
  }
}

function readableProblems(database: DatabaseSync, datasetId: string) {
  const sql = 'SELECT id, task, level, text, reference FROM problems WHERE dataset_id = ? ORDER BY position'
  return readableRows(database, sql, datasetId).flatMap(({ reference, ...row }) => {
    const stated = reference === null ? {} : { reference: parseJson(String(reference)) }
    return datasetProblemSchema.safeParse({ ...row, ...stated }).data ?? []
  })
}

function readableRuns(database: DatabaseSync): ReadonlySet<string> {
  const rows = ['runs', 'events'].flatMap((table) =>
    readableRows(database, `SELECT run_id FROM ${table} ORDER BY run_id`),
  )
  return new Set(rows.map((row) => String(row['run_id'])))
}

function readableEvents(database: DatabaseSync, runId: string): RunEvent[] {
  const rows = readableRows(database, 'SELECT event FROM events WHERE run_id = ? ORDER BY seq', runId)
  const events = rows.flatMap((row) => readEvent(String(row['event'])))
  return [...new Map(events.map((event) => [event.seq, event])).values()]
}

/**
 * From both ends, each up to the first row that can't be read: one bad page hides no more than itself. A table that an
 * earlier version did not have is empty.
 */
function readableRows(database: DatabaseSync, sql: string, ...values: readonly string[]): Row[] {
  const rows: Row[] = []
  for (const direction of ['ASC', 'DESC']) {
    try {
      for (const row of database.prepare(`${sql} ${direction}`).iterate(...values)) rows.push(row)
      return rows
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('no such table')) return []
      if (!isDamaged(error)) throw error
    }
  }
  return rows
}
