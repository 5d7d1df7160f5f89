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
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE prompt_versions (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    time INTEGER NOT NULL,
    text TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (name, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER prompt_versions_stay_as_they_are BEFORE UPDATE ON prompt_versions
    BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
  CREATE TRIGGER prompt_versions_stay BEFORE DELETE ON prompt_versions
    BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
  CREATE TABLE datasets (
    dataset_id TEXT PRIMARY KEY,
    time INTEGER NOT NULL,
    dataset TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE problems (
    dataset_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    task TEXT NOT NULL,
    level TEXT NOT NULL,
    text TEXT NOT NULL,
    reference TEXT,
    PRIMARY KEY (dataset_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE comparisons (
    comparison_id TEXT PRIMARY KEY,
    time INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_binned INTEGER NOT NULL,
    comparison TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE jobs (
    comparison_id TEXT NOT NULL,
    problem INTEGER NOT NULL,
    variant INTEGER NOT NULL,
    repeat INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    outcome TEXT,
    line TEXT,
    plan_key TEXT,
    latency_ms REAL,
    tokens INTEGER,
    tokens_per_second REAL,
    memory_bytes REAL,
    PRIMARY KEY (comparison_id, problem, variant, repeat)
  ) STRICT, WITHOUT ROWID;
  `,
]

const versionOf = (database: DatabaseSync) =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)

/** The store's version. Throws `unsupported` for a later one than this Planwright knows. */
function checkVersion(database: DatabaseSync): number {
  const known = migrations.length
  const version = versionOf(database)
  if (version <= known) return version
  throw new PlanwrightError({
    code: 'unsupported',
    message: `The store was written by a later version of Planwright (its tables are of version ${version}, this one knows ${known}).`,
    wayOut: 'Use that version, or name another folder in PLANWRIGHT_HOME.',
  })
}

/** Throws `unsupported` for a store that only a writer could bring to this version, or one of a later version. */
export function checkSameVersion(database: DatabaseSync): void {
  if (checkVersion(database) === migrations.length) return
  throw new PlanwrightError({
    code: 'unsupported',
    message: 'The store is of an earlier version of Planwright, and can only be read here.',
    wayOut:
      'Close the other Planwright that has it open, or make its folder writable: then it is brought up to this one.',
  })
}

/** Brings a store to this version's tables, a step a transaction. Throws `unsupported` for a store of a later version. */
export function migrate(database: DatabaseSync): void {
  const version = checkVersion(database)
  migrations.slice(version).forEach((step, index) => {
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${version + index + 1}; COMMIT`)
  })
}
