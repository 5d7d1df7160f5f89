import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { takeProcessLock } from '../../base/node-process-lock.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import type { StoreCheck, StoreMaintenance } from '../store-maintenance.ts'
import { exportStore } from './export-store.ts'
import { migrate } from './migrations.ts'
import { recoverStore } from './recover-store.ts'
import { setAside } from './set-aside.ts'
import { storeFile } from './store-writer.ts'

const mostFindings = 20

/** Maintenance of the store of runs under `home`. */
export function maintainStore({ home, now }: { home: string; now: () => number }): StoreMaintenance {
  const file = storeFile(home)
  return {
    file,
    check: () => checkStore(file),
    setAside: () => storesSetAside(home),
    backUp: (to) => backUpStore(home, to),
    exportAll: (to) => exportStore(file, to),
    restore: (from) => restoreStore(home, from, now()),
    recover: (folder) => withStoreToMyself(home, () => recoverStore(folder, storeFile(home))),
  }
}

function checkStore(file: string): StoreCheck {
  if (!existsSync(file)) return { status: 'empty' }
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const found = database.prepare(`PRAGMA integrity_check(${mostFindings})`).all()
    const findings = found.map((row) => String(row['integrity_check'])).filter((finding) => finding !== 'ok')
    if (findings.length > 0) return { status: 'damaged', findings }
    const count = (table: string) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'])
    return { status: 'sound', runs: count('runs'), events: count('events'), bytes: statSync(file).size }
  } catch (error) {
    return { status: 'damaged', findings: [error instanceof Error ? error.message : String(error)] }
  } finally {
    database.close()
  }
}

function storesSetAside(home: string): readonly string[] {
  if (!existsSync(home)) return []
  const names = readdirSync(home).filter((name) => /^(damaged|replaced)-/.test(name))
  return names.sort().map((name) => join(home, name))
}

async function backUpStore(home: string, to: string): Promise<void> {
  const file = storeFile(home)
  if (!existsSync(file)) throw new PlanwrightError({ code: 'not-found', message: `There are no runs yet in ${home}.` })
  if (existsSync(to)) {
    throw new PlanwrightError({ code: 'invalid-input', message: `${to} is there already.`, wayOut: 'Name a new file.' })
  }
  const unfinished = `${to}.unfinished`
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    await backup(database, unfinished)
    renameSync(unfinished, to)
  } finally {
    rmSync(unfinished, { force: true })
    database.close()
  }
}

function restoreStore(home: string, from: string, now: number): string | undefined {
  if (!existsSync(from)) throw new PlanwrightError({ code: 'not-found', message: `There is no file ${from}.` })
  const check = checkStore(from)
  if (check.status !== 'sound') {
    const why = check.status === 'damaged' ? ` (${check.findings[0]})` : ''
    throw new PlanwrightError({ code: 'invalid-input', message: `${from} is no backup of Planwright's runs${why}.` })
  }
  return withStoreToMyself(home, () => {
    const file = storeFile(home)
    const arrived = `${file}.restored`
    copyFileSync(from, arrived)
    migrateFile(arrived)
    const replaced = existsSync(file) ? setAside({ home, file, now, why: 'replaced' }) : undefined
    renameSync(arrived, file)
    return replaced
  })
}

/** A backup of an earlier version, brought up to this one before it takes the store's place. */
function migrateFile(file: string): void {
  const database = new DatabaseSync(file)
  try {
    migrate(database)
  } finally {
    database.close()
  }
}

function withStoreToMyself<T>(home: string, work: () => T): T {
  mkdirSync(home, { recursive: true })
  const lock = takeProcessLock(join(home, 'store.lock'))
  if (lock.status === 'held') {
    throw new PlanwrightError({
      code: 'io',
      message: `Another Planwright${lock.owner === undefined ? '' : ` (process ${lock.owner})`} is using the store in ${home}.`,
      wayOut: 'Close it and try again.',
    })
  }
  try {
    return work()
  } finally {
    lock.release()
  }
}
