import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEvent } from '../read-event.ts'
import { isRunId } from '../run-id.ts'
import type { StoreDatabase } from './store-database.ts'

const ending = '.jsonl'
const logsATransaction = 200

/**
 * Takes over the runs of the first version of Planwright, a JSON Lines file each in `folder`, those that are not here yet.
 * The files stay as they are. Half a last line (a crash while it was written) and events of other versions are left out.
 */
export function importEventLogs(database: StoreDatabase, folder: string): void {
  const imported = database.importedLogs()
  const names = namesIn(folder).filter((name) => isRunId(name.slice(0, -ending.length)) && !imported.has(name))
  for (let start = 0; start < names.length; start += logsATransaction) {
    const logs = names.slice(start, start + logsATransaction)
    database.addLogs(
      logs.map((name) => ({
        name,
        runId: name.slice(0, -ending.length),
        events: readFileSync(join(folder, name), 'utf8').split('\n').flatMap(readEvent),
      })),
    )
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
