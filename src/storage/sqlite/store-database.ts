import { DatabaseSync } from 'node:sqlite'
import type { StoreWrite } from '../store-write.ts'
import { type ComparisonTables, comparisonTables } from './comparison-tables.ts'
import { type DatasetTables, datasetTables } from './dataset-tables.ts'
import { type ImportedLog, importedLogTable } from './imported-log-table.ts'
import { checkSameVersion, migrate } from './migrations.ts'
import { type PromptTable, promptTable } from './prompt-table.ts'
import { type RunTables, runTables } from './run-tables.ts'
import { type SettingTable, settingTable } from './setting-table.ts'

/** Of `PRAGMA synchronous`. */
const full = 2

/** What can be asked of the store's tables without writing. */
export interface StoreReader {
  readonly runs: Pick<RunTables, 'read' | 'list'>
  readonly settings: Pick<SettingTable, 'read'>
  readonly prompts: Pick<PromptTable, 'list'>
  readonly datasets: Pick<DatasetTables, 'list' | 'problems'>
  readonly comparisons: Pick<ComparisonTables, 'list' | 'jobs' | 'outcomes'>
}

/** The store's one file. All calls are synchronous; what `write` has returned from is on disk. */
export interface StoreDatabase extends StoreReader {
  /** All of it or nothing. */
  write(writes: readonly StoreWrite[]): void
  /** Event logs of the first version of Planwright that are in here. */
  importedLogs(): ReadonlySet<string>
  addLogs(logs: readonly ImportedLog[]): void
  close(): void
}

/** Opens the file to write, made and migrated where needed: a write-ahead log, on disk with every transaction. */
export function openToWrite(file: string): StoreDatabase {
  const database = new DatabaseSync(file)
  try {
    beDurable(database)
    migrate(database)
  } catch (error) {
    database.close()
    throw error
  }
  return storeDatabase(database)
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

/** Opens the file while somebody else writes it. Throws where there is none, or one of another version. */
export function openToRead(file: string): StoreDatabase {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    checkSameVersion(database)
    return storeDatabase(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function storeDatabase(database: DatabaseSync): StoreDatabase {
  const runs = runTables(database)
  const settings = settingTable(database)
  const prompts = promptTable(database)
  const datasets = datasetTables(database)
  const comparisons = comparisonTables(database)
  const logs = importedLogTable(database, runs)

  const writeOne = (write: StoreWrite) => {
    switch (write.kind) {
      case 'events':
        return runs.append(write.runId, write.events)
      case 'setting':
        return settings.set(write.name, write.json)
      case 'prompt-version':
        return prompts.add(write.version)
      case 'dataset':
        return datasets.add(write.dataset, write.problems)
      case 'comparison':
        return comparisons.add(write.comparison)
      case 'comparison-state':
        return comparisons.setState(write.comparisonId, write.state)
      case 'comparison-bin':
        return comparisons.setBinned(write.comparisonId, write.isBinned)
      case 'job-start':
        return comparisons.startJob(write.job, write.runId)
      case 'job-end':
        return comparisons.endJob(write.job, write.cell)
    }
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
    runs,
    settings,
    prompts,
    datasets,
    comparisons,
    write: (writes) => inOneTransaction(() => writes.forEach(writeOne)),
    importedLogs: () => logs.names(),
    addLogs: (some) => inOneTransaction(() => some.forEach(logs.add)),
    close: () => database.close(),
  }
}
