import type { DatabaseSync } from 'node:sqlite'
import type { RunEvent } from '../../planning/run-event.ts'
import type { RunTables } from './run-tables.ts'

/** An event log of the first version of Planwright. */
export interface ImportedLog {
  /** Of its file. */
  readonly name: string
  readonly runId: string
  readonly events: readonly RunEvent[]
}

/** Which logs have been taken over, so that none is read twice. */
export function importedLogTable(database: DatabaseSync, runs: Pick<RunTables, 'append'>) {
  const all = database.prepare('SELECT name FROM imported_logs')
  const note = database.prepare('INSERT OR IGNORE INTO imported_logs (name) VALUES (?)')
  return {
    names: (): ReadonlySet<string> => new Set(all.all().map((row) => String(row['name']))),
    add({ events, name, runId }: ImportedLog): void {
      runs.append(runId, events)
      note.run(name)
    },
  }
}
