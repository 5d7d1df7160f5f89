import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunCell } from '../../planning/cell.ts'
import type { Store } from '../store.ts'
import { createSqliteStore } from './sqlite-store.ts'

let home = ''
const opened: Store[] = []
const open = (): Store => {
  const store = createSqliteStore({ home, now: () => 0, onSetAside: () => {} })
  opened.push(store)
  return store
}
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'planwright-contents-'))
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  rmSync(home, { recursive: true, force: true })
})

describe('settings', () => {
  it('are what was set last, also by another process', async () => {
    const [first, second] = [open(), open()]
    await first.settings.set('theme', 'dark')
    await second.settings.set('layout', { left: 30 })
    await first.settings.set('theme', 'light')

    expect(await second.settings.read()).toEqual({ theme: 'light', layout: { left: 30 } })
  })

  it('can be taken back', async () => {
    const store = open()
    await store.settings.set('theme', 'dark')
    await store.settings.set('theme', undefined)

    expect(await store.settings.read()).toEqual({})
  })
})

describe('versions of prompts', () => {
  const version = { name: 'translate', version: 1, time: 5, text: 'Translate {{text}}.', note: 'shorter' }

  it('never change', async () => {
    const store = open()
    await store.prompts.add(version)
    const other = store.prompts.add({ ...version, text: 'Something else.' })
    const next = store.prompts.add({ ...version, version: 2 })

    await expect(other).rejects.toThrow('There is a version 1 of "translate" already.')
    await next
    expect((await store.prompts.list()).map((one) => [one.version, one.text])).toEqual([
      [1, 'Translate {{text}}.'],
      [2, 'Translate {{text}}.'],
    ])
    await store.close()
    const database = new DatabaseSync(join(home, 'runs.sqlite'))
    expect(() => database.exec("UPDATE prompt_versions SET text = ''")).toThrow('versions are immutable')
    database.close()
  })
})

describe('comparisons', () => {
  const job = { comparisonId: 'comparison-1', problem: 0, variant: 0, repeat: 0 }
  const cell = (runId: string): RunCell => ({
    runId,
    outcome: 'right',
    line: 'Meet on Monday.',
    planKey: '{}',
    latencyMs: 5,
    tokens: 9,
    tokensPerSecond: 100,
    memoryBytes: 1e8,
  })

  it('keep the first cell of a job', async () => {
    const store = open()
    await store.comparisons.startJob(job, 'run-1')
    await store.comparisons.startJob(job, 'run-2')
    expect(await store.comparisons.jobs('comparison-1')).toEqual([{ ...job, runId: 'run-2' }])

    await store.comparisons.endJob(job, cell('run-2'))
    await store.comparisons.startJob(job, 'run-3')
    await store.comparisons.endJob(job, cell('run-3'))
    expect(await store.comparisons.jobs('comparison-1', [0])).toEqual([{ ...job, runId: 'run-2', cell: cell('run-2') }])
    expect(await store.comparisons.outcomes('comparison-1')).toMatchObject([{ problem: 0, outcome: 'right' }])
  })

  it('rest on datasets that never change, whose problems are read where they are wanted', async () => {
    const store = open()
    const dataset = { datasetId: 'set-1', time: 5, name: 'Mine', origin: 'own' as const, problems: 3 }
    const problems = ['one', 'two', 'three'].map((text, index) => ({
      id: text,
      task: 'auto',
      level: '',
      text,
      ...(index === 0 ? {} : { reference: { kind: 'file', text: 'x' } }),
    }))
    await store.datasets.add(dataset, problems)

    expect(await store.datasets.problems('set-1', [2, 0])).toEqual([problems[0], problems[2]])
    expect(await store.datasets.problems('set-1')).toEqual(problems)
    await expect(store.datasets.add(dataset, [])).rejects.toThrow('is there already')
    expect(await store.datasets.list()).toEqual([dataset])
  })
})
