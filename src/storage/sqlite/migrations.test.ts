import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RunEvent } from '../../planning/run-event.ts'
import { createSqliteStore } from './sqlite-store.ts'

/** The tables as each released version had them: written down here once more, so that nobody changes the past. */
const versions = {
  1: `
    CREATE TABLE runs (run_id TEXT PRIMARY KEY, time INTEGER NOT NULL, model_id TEXT NOT NULL, domain TEXT NOT NULL,
      status TEXT NOT NULL, title TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE events (run_id TEXT NOT NULL, seq INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (run_id, seq))
      STRICT, WITHOUT ROWID;
    CREATE TRIGGER events_stay_as_they_are BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'runs are immutable'); END;
    CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'runs are immutable'); END;
    CREATE TABLE imported_logs (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `,
} as const

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'planwright-migrations-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const event: RunEvent = { seq: 0, time: 5, type: 'domain', domain: 'trip', confidence: 0.5 }

it.each(Object.entries(versions))(
  'a store of version %s keeps its runs, and gets the tables of this one',
  async (version, tables) => {
    const old = new DatabaseSync(join(home, 'runs.sqlite'))
    old.exec(`${tables}; PRAGMA user_version = ${version}`)
    old.prepare('INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?)').run('run-old', 5, 'nano', 'trip', 'running', 'A trip')
    old.prepare('INSERT INTO events VALUES (?, ?, ?)').run('run-old', 0, JSON.stringify(event))
    old.close()

    const store = createSqliteStore({ home, now: () => 0, onSetAside: () => {} })
    await store.settings.set('zoom', 120)
    expect(await store.runs.read('run-old')).toEqual([event])
    expect(await store.settings.read()).toEqual({ zoom: 120 })
    expect(await store.comparisons.list()).toEqual([])
    await store.close()
  },
)
