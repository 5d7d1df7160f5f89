import type { DatabaseSync } from 'node:sqlite'
import { PlanwrightError } from '../../base/planwright-error.ts'

/** From version n to n + 1, in order. What a release has shipped is never changed, only added to. */
const migrations: readonly string[] = [
  `
  CREATE TABLE runs (
    run_id TEXT PRIMARY KEY,
    time INTEGER NOT NULL,
    model_id TEXT NOT NULL,
    domain TEXT NOT NULL,
    status TEXT NOT NULL,
    title TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE events (
    run_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (run_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER events_stay_as_they_are BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'runs are immutable'); END;
  CREATE TRIGGER events_stay BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'runs are immutable'); END;
  CREATE TABLE imported_logs (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `,
]

const versionOf = (database: DatabaseSync) =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)

/** The store's version. Throws `unsupported` for a later one than this Planwright knows. */
export function checkVersion(database: DatabaseSync): number {
  const known = migrations.length
  const version = versionOf(database)
  if (version <= known) return version
  throw new PlanwrightError({
    code: 'unsupported',
    message: `The store was written by a later version of Planwright (its tables are of version ${version}, this one knows ${known}).`,
    wayOut: 'Use that version, or name another folder in PLANWRIGHT_HOME.',
  })
}

/** Brings a store to this version's tables, a step a transaction. Throws `unsupported` for a store of a later version. */
export function migrate(database: DatabaseSync): void {
  const version = checkVersion(database)
  migrations.slice(version).forEach((step, index) => {
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${version + index + 1}; COMMIT`)
  })
}
