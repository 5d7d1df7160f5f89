import type { DatabaseSync } from 'node:sqlite'
import type { RunEvent } from '../../planning/run-event.ts'
import { type RunSummary, runSummarySchema } from '../../planning/run-summary.ts'
import { readEvent } from '../read-event.ts'
import { summarizeRun } from '../summarize-run.ts'

/** Runs as logs of events, a line of summary beside each. */
export interface RunTables {
  append(runId: string, events: readonly RunEvent[]): void
  read(runId: string): readonly RunEvent[] | undefined
  list(limit: number): readonly RunSummary[]
}

const fields = 'run_id AS runId, time, model_id AS modelId, domain, status, title'

export function runTables(database: DatabaseSync): RunTables {
  const readSummary = database.prepare(`SELECT ${fields} FROM runs WHERE run_id = ?`)
  const readEvents = database.prepare('SELECT event FROM events WHERE run_id = ? ORDER BY seq')
  const listRuns = database.prepare(`SELECT ${fields} FROM runs ORDER BY run_id DESC LIMIT ?`)
  const addEvent = database.prepare('INSERT OR IGNORE INTO events (run_id, seq, event) VALUES (?, ?, ?)')
  const setSummary = database.prepare(
    'INSERT OR REPLACE INTO runs (run_id, time, model_id, domain, status, title) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return {
    append(runId, events) {
      const added = events.filter((event) => addEvent.run(runId, event.seq, JSON.stringify(event)).changes > 0)
      if (added.length === 0) return
      const summary = summarizeRun(runSummarySchema.safeParse(readSummary.get(runId)).data, runId, added)
      setSummary.run(runId, summary.time, summary.modelId, summary.domain, summary.status, summary.title)
    },
    // Events of a later version are left out.
    read(runId) {
      const rows = readEvents.all(runId)
      return rows.length === 0 ? undefined : rows.flatMap((row) => readEvent(String(row['event'])))
    },
    list: (limit) => listRuns.all(limit).flatMap((row) => runSummarySchema.safeParse(row).data ?? []),
  }
}
