import { DatabaseSync } from 'node:sqlite'
import type { RunEvent } from '../../planning/run-event.ts'
import { type RunSummary, runSummarySchema } from '../../planning/run-summary.ts'
import { readEvent } from '../read-event.ts'
import { summarizeRun } from '../summarize-run.ts'
import { checkVersion, migrate } from './migrations.ts'

/** Of `PRAGMA synchronous`. */
const full = 2

export interface EventBatch {
  readonly runId: string
  readonly events: readonly RunEvent[]
}

/** The store's one file. All calls are synchronous; what `append` has returned from is on disk. */
export interface RunDatabase {
  /** All of it or nothing. */
  append(batches: readonly EventBatch[]): void
  read(runId: string): readonly RunEvent[] | undefined
  list(limit: number): readonly RunSummary[]
  /** Event logs of the first version of Planwright that are in here. */
  importedLogs(): ReadonlySet<string>
  appendLogs(logs: readonly (EventBatch & { name: string })[]): void
  close(): void
}

/** Opens the file to write, made and migrated where needed: a write-ahead log, on disk with every transaction. */
export function openToWrite(file: string): RunDatabase {
  const database = new DatabaseSync(file)
  try {
    beDurable(database)
    migrate(database)
  } catch (error) {
    database.close()
    throw error
  }
  return runDatabase(database)
}

/** A write-ahead log that is synchronised with every transaction. Throws where the system can't have one there. */
export function beDurable(database: DatabaseSync): void {
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  const { journal_mode: journal } = database.prepare('PRAGMA journal_mode').get() ?? {}
  const { synchronous } = database.prepare('PRAGMA synchronous').get() ?? {}
  if (journal !== 'wal' || synchronous !== full) {
    throw new Error(`the store would not be durable: journal ${journal}, synchronous ${synchronous}`)
  }
}

/** Opens the file while somebody else writes it. Throws where there is none, or one of a later version. */
export function openToRead(file: string): RunDatabase {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    checkVersion(database)
    return runDatabase(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function runDatabase(database: DatabaseSync): RunDatabase {
  const fields = 'run_id AS runId, time, model_id AS modelId, domain, status, title'
  const readSummary = database.prepare(`SELECT ${fields} FROM runs WHERE run_id = ?`)
  const readEvents = database.prepare('SELECT event FROM events WHERE run_id = ? ORDER BY seq')
  const listRuns = database.prepare(`SELECT ${fields} FROM runs ORDER BY run_id DESC LIMIT ?`)
  const addEvent = database.prepare('INSERT OR IGNORE INTO events (run_id, seq, event) VALUES (?, ?, ?)')
  const setSummary = database.prepare(
    'INSERT OR REPLACE INTO runs (run_id, time, model_id, domain, status, title) VALUES (?, ?, ?, ?, ?, ?)',
  )

  const add = ({ events, runId }: EventBatch) => {
    const added = events.filter((event) => addEvent.run(runId, event.seq, JSON.stringify(event)).changes > 0)
    if (added.length === 0) return
    const summary = summarizeRun(runSummarySchema.safeParse(readSummary.get(runId)).data, runId, added)
    setSummary.run(runId, summary.time, summary.modelId, summary.domain, summary.status, summary.title)
  }
  const inOneTransaction = (work: () => void) => {
    database.exec('BEGIN IMMEDIATE')
    try {
      work()
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  return {
    append: (batches) => inOneTransaction(() => batches.forEach(add)),
    read(runId) {
      const rows = readEvents.all(runId)
      return rows.length === 0 ? undefined : rows.flatMap(eventOf)
    },
    list: (limit) => listRuns.all(limit).flatMap((row) => runSummarySchema.safeParse(row).data ?? []),
    importedLogs: () =>
      new Set(
        database
          .prepare('SELECT name FROM imported_logs')
          .all()
          .map((row) => String(row['name'])),
      ),
    appendLogs: (logs) =>
      inOneTransaction(() => {
        const note = database.prepare('INSERT OR IGNORE INTO imported_logs (name) VALUES (?)')
        for (const log of logs) {
          add(log)
          note.run(log.name)
        }
      }),
    close: () => database.close(),
  }
}

/** Events of a later version are left out. */
function eventOf(row: Record<string, unknown>): RunEvent[] {
  return readEvent(String(row['event']))
}
