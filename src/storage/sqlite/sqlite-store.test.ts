import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunEvent } from '../../planning/run-event.ts'
import type { Store } from '../store.ts'
import { createSqliteStore } from './sqlite-store.ts'
import { beDurable } from './store-database.ts'

const event = (seq: number, domain = 'trip'): RunEvent => ({ seq, time: 5, type: 'domain', domain, confidence: 0.5 })
const ended = (seq: number): RunEvent => ({
  seq,
  time: 9,
  type: 'run-end',
  status: 'solved',
  timings: { formalizeMs: 1, solveMs: 1, validateMs: 1, totalMs: 3 },
  usage: { promptTokens: 1, completionTokens: 1 },
})

let home = ''
let setAside: string[] = []
const opened: Store[] = []
const open = (): Store => {
  const store = createSqliteStore({ home, now: () => 0, onSetAside: (folder) => setAside.push(folder) })
  opened.push(store)
  return store
}
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'planwright-store-'))
  setAside = []
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  rmSync(home, { recursive: true, force: true })
})

describe('the store of runs', () => {
  it('gives back what was appended, in order, also to who opens it later', async () => {
    const store = open()
    await store.runs.append('run-1', [event(0)])
    await store.runs.append('run-1', [event(1), event(2)])

    expect(await store.runs.read('run-1')).toEqual([event(0), event(1), event(2)])
    await store.close()
    expect(await open().runs.read('run-1')).toEqual([event(0), event(1), event(2)])
  })

  it('knows nothing of a run that was never written', async () => {
    expect(await open().runs.read('run-9')).toBeUndefined()
    expect(await open().runs.list(10)).toEqual([])
  })

  it('lists the newest first, each in a line', async () => {
    const store = open()
    for (const id of ['run-a1', 'run-a3', 'run-a2']) await store.runs.append(id, [event(0)])
    await store.runs.append('run-a3', [event(1, 'meeting'), ended(2)])

    expect(await store.runs.list(2)).toMatchObject([
      { runId: 'run-a3', time: 5, domain: 'meeting', status: 'solved' },
      { runId: 'run-a2', time: 5, domain: 'trip', status: 'running' },
    ])
  })

  it('refuses what is not the name of a run', async () => {
    await expect(open().runs.read('../../etc/passwd')).rejects.toThrow('not the name of a run')
    await expect(open().runs.append('run 1', [event(0)])).rejects.toThrow('not the name of a run')
  })

  it('leaves an event alone that is there already: runs never change', async () => {
    const store = open()
    await store.runs.append('run-1', [event(0, 'trip')])
    await store.runs.append('run-1', [event(0, 'meeting')])

    expect(await store.runs.read('run-1')).toEqual([event(0, 'trip')])
  })

  it('cannot be changed by anybody else either', async () => {
    const store = open()
    await store.runs.append('run-1', [event(0)])
    await store.close()
    const database = new DatabaseSync(join(home, 'runs.sqlite'))

    expect(() => database.exec("UPDATE events SET event = '{}'")).toThrow('runs are immutable')
    expect(() => database.exec('DELETE FROM events')).toThrow('runs are immutable')
    database.close()
  })

  it('is a write-ahead log, synchronised with every transaction', () => {
    const database = new DatabaseSync(join(home, 'runs.sqlite'))
    database.exec('PRAGMA synchronous = OFF')
    beDurable(database)

    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    // 2 is FULL.
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    database.close()
    expect(() => beDurable(new DatabaseSync(':memory:'))).toThrow('would not be durable')
  })
})

describe('several who use one store', () => {
  it('write through the first, and read each for themselves', async () => {
    const [first, second, third] = [open(), open(), open()]
    await first.runs.append('run-1', [event(0)])
    await Promise.all([second.runs.append('run-2', [event(0)]), third.runs.append('run-3', [event(0)])])

    for (const store of [first, second, third]) {
      expect((await store.runs.list(9)).map(({ runId }) => runId)).toEqual(['run-3', 'run-2', 'run-1'])
    }
    expect(await third.runs.read('run-2')).toEqual([event(0)])
  })

  it('take over where the one that wrote is gone', async () => {
    const [first, second] = [open(), open()]
    await first.runs.append('run-1', [event(0)])
    await second.runs.append('run-2', [event(0)])
    await first.close()
    await second.runs.append('run-2', [event(1)])

    expect(await second.runs.read('run-2')).toEqual([event(0), event(1)])
    expect(await open().runs.read('run-1')).toEqual([event(0)])
  })
})

describe('the event logs of the first version', () => {
  const logs = () => join(home, 'runs')
  const log = (name: string, text: string) => writeFileSync(join(logs(), name), text)
  const line = (seq: number) => `${JSON.stringify(event(seq))}\n`

  it('are taken over once, and left where they are', async () => {
    mkdirSync(logs())
    log('run-1.jsonl', line(0) + line(1))
    log('run-2.jsonl', `${line(0)}{"seq":1,"time":5,"ty`)
    log('notes.txt', 'mine')
    const store = open()

    expect((await store.runs.list(9)).map(({ runId }) => runId)).toEqual(['run-2', 'run-1'])
    expect(await store.runs.read('run-1')).toEqual([event(0), event(1)])
    expect(await store.runs.read('run-2')).toEqual([event(0)])
    await store.close()
    expect(await open().runs.list(9)).toHaveLength(2)
    expect(readdirSync(logs())).toEqual(['notes.txt', 'run-1.jsonl', 'run-2.jsonl'])
  })
})

describe('a store that is damaged', () => {
  it('is set aside whole, and a new one begun', async () => {
    const before = open()
    await before.runs.append('run-1', [event(0)])
    await before.close()
    writeFileSync(join(home, 'runs.sqlite'), 'this is no database, and long enough to be looked at as one would be')
    const store = open()
    await store.runs.append('run-2', [event(0)])

    expect((await store.runs.list(9)).map(({ runId }) => runId)).toEqual(['run-2'])
    expect(setAside).toEqual([join(home, 'damaged-1970-01-01-00-00-00')])
    expect(readdirSync(setAside[0] ?? '')).toEqual(['runs.sqlite'])
  })

  it('of a later version is left alone', async () => {
    const database = new DatabaseSync(join(home, 'runs.sqlite'))
    database.exec('PRAGMA user_version = 99')
    database.close()

    await expect(open().runs.append('run-1', [event(0)])).rejects.toThrow('written by a later version of Planwright')
    await expect(open().runs.list(9)).rejects.toThrow('written by a later version of Planwright')
    expect(setAside).toEqual([])
  })
})
