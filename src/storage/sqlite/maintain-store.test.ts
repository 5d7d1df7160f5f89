import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunEvent } from '../../planning/run-event.ts'
import type { StoreMaintenance } from '../store-maintenance.ts'
import { maintainStore } from './maintain-store.ts'
import { createSqliteStore } from './sqlite-store.ts'

const event = (seq: number): RunEvent => ({ seq, time: 5, type: 'domain', domain: 'trip', confidence: 0.5 })

let home = ''
let store: StoreMaintenance
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'planwright-maintain-'))
  store = maintainStore({ home, now: () => 0 })
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

const open = () => createSqliteStore({ home, now: () => 0, onSetAside: () => {} })
async function keep(...runIds: readonly string[]): Promise<void> {
  const store = open()
  for (const id of runIds) await store.runs.append(id, [event(0), event(1)])
  await store.close()
}
async function kept(): Promise<string[]> {
  const store = open()
  const ids = (await store.runs.list(10_000)).map(({ runId }) => runId)
  await store.close()
  return ids.sort()
}

/** What a failing disk does: a stretch of other bytes in the middle. */
function scratch(file: string): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(8192, 0xa5), 0, 8192, Math.floor(statSync(file).size / 2 / 4096) * 4096)
  closeSync(handle)
}
const checkpoint = () => {
  const database = new DatabaseSync(store.file)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

describe('a check', () => {
  it('counts what is kept', async () => {
    expect(store.check()).toEqual({ status: 'empty' })
    await keep('run-1', 'run-2')

    expect(store.check()).toMatchObject({ status: 'sound', runs: 2, events: 4 })
  })

  it('finds damage', async () => {
    await keep(...Array.from({ length: 300 }, (_, index) => `run-${index}`))
    checkpoint()
    scratch(store.file)

    expect(store.check()).toMatchObject({ status: 'damaged', findings: expect.arrayContaining([expect.any(String)]) })
  })
})

describe('a backup', () => {
  it('is made while somebody writes, and brings everything back', async () => {
    const backup = join(home, 'backup')
    const writing = open()
    await writing.runs.append('run-1', [event(0)])
    await store.backUp(backup)
    await writing.runs.append('run-2', [event(0)])
    await writing.close()

    expect(store.restore(backup)).toBe(join(home, 'replaced-1970-01-01-00-00-00'))
    expect(await kept()).toEqual(['run-1'])
    expect(store.recover(join(home, 'replaced-1970-01-01-00-00-00'))).toEqual({ recovered: 2, lost: 0 })
    expect(await kept()).toEqual(['run-1', 'run-2'])
  })

  it('takes no place that is taken, and leaves nothing half done', async () => {
    await expect(store.backUp(join(home, 'b'))).rejects.toThrow('There are no runs yet')
    await keep('run-1')
    writeFileSync(join(home, 'b'), 'mine')

    await expect(store.backUp(join(home, 'b'))).rejects.toThrow('is there already')
  })

  it('that is none is not restored', async () => {
    await keep('run-1')
    writeFileSync(join(home, 'b'), 'this is no database, and long enough to be looked at as one would be')

    expect(() => store.restore(join(home, 'b'))).toThrow('is no backup')
    expect(await kept()).toEqual(['run-1'])
  })

  it('is not restored while a Planwright is running', async () => {
    await keep('run-1')
    await store.backUp(join(home, 'b'))
    const running = open()
    await running.runs.append('run-2', [event(0)])

    expect(() => store.restore(join(home, 'b'))).toThrow(
      `Another Planwright (process ${process.pid}) is using the store`,
    )
    await running.close()
  })
})

describe('an export of everything', () => {
  it('is JSON Lines in a new folder, and never overwrites one', async () => {
    await keep('run-1', 'run-2')
    const writing = open()
    await writing.settings.set('zoom', 120)
    const to = join(home, 'all')
    await store.exportAll(to)
    await writing.close()

    const lines = readFileSync(join(to, 'runs.jsonl'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { runId: 'run-2', events: [event(0), event(1)] },
      { runId: 'run-1', events: [event(0), event(1)] },
    ])
    expect(readFileSync(join(to, 'settings.jsonl'), 'utf8')).toBe('{"name":"zoom","value":120}\n')
    expect(readdirSync(to).sort()).toEqual([
      'comparisons.jsonl',
      'datasets.jsonl',
      'prompts.jsonl',
      'runs.jsonl',
      'settings.jsonl',
    ])
    await expect(store.exportAll(to)).rejects.toThrow('is there already')
  })
})

describe('a damaged store', () => {
  it('gives up the runs that can still be read', async () => {
    const runIds = Array.from({ length: 400 }, (_, index) => `run-${String(index).padStart(3, '0')}`)
    await keep(...runIds)
    checkpoint()
    scratch(store.file)
    await keep('run-new')
    const reading = open()
    for (const id of runIds) await reading.runs.read(id).catch(() => {})
    await reading.close()
    await keep('run-newer')

    const [aside] = store.setAside()
    expect(aside).toBeDefined()
    const { recovered } = store.recover(aside ?? '')
    expect(recovered).toBeGreaterThan(100)
    expect((await kept()).length).toBeGreaterThan(100)
    expect(existsSync(join(aside ?? '', 'runs.sqlite'))).toBe(true)
  })

  it('gives up settings, prompts, datasets and comparisons too', async () => {
    const before = open()
    await before.settings.set('zoom', 120)
    await before.prompts.add({ name: 'mine', version: 1, time: 1, text: 'Do.', note: '' })
    const dataset = { datasetId: 'set-1', time: 1, name: 'Mine', origin: 'own' as const, problems: 1 }
    await before.datasets.add(dataset, [{ id: '1', task: 'auto', level: '', text: 'Meet.' }])
    const variants = [{ name: 'a', modelId: 'a', recipe: {} }]
    const common = { comparisonId: 'comparison-1', time: 1, name: 'First', datasetId: 'set-1', problems: 1, variants }
    await before.comparisons.add({ ...common, repeats: 1, state: 'running', isBinned: false })
    await before.comparisons.startJob({ comparisonId: 'comparison-1', problem: 0, variant: 0, repeat: 0 }, 'run-1')
    await before.close()
    const aside = join(home, 'damaged-1')
    mkdirSync(aside)
    renameSync(store.file, join(aside, 'runs.sqlite'))
    store.recover(aside)

    const after = open()
    expect(await after.settings.read()).toEqual({ zoom: 120 })
    expect(await after.prompts.list()).toHaveLength(1)
    expect(await after.datasets.problems('set-1')).toMatchObject([{ text: 'Meet.' }])
    // What was under way waits until somebody has looked.
    expect(await after.comparisons.list()).toMatchObject([{ comparisonId: 'comparison-1', state: 'paused' }])
    expect(await after.comparisons.jobs('comparison-1')).toMatchObject([{ runId: 'run-1' }])
    await after.close()
  })
})
