import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { replaySchema } from '../api/replay-file.ts'
import { PlanwrightError } from '../base/planwright-error.ts'
import { createSqliteStore } from '../storage/sqlite/sqlite-store.ts'
import type { Engine } from './engine.ts'
import { createTestEngine, runToEnd, type TestEngineOptions } from './test/test-engine.ts'

const open: Engine[] = []
function start(options: TestEngineOptions = {}) {
  const made = createTestEngine(options)
  open.push(made.engine)
  return made
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.dispose()))
})

describe('the engine', () => {
  it('runs a problem to its plan', async () => {
    const { engine } = start()

    expect((await runToEnd(engine, 'plan')).at(-1)).toMatchObject({ type: 'run-end', status: 'solved' })
  })

  it('lists models, domains and examples', async () => {
    const { engine } = start()

    expect(await engine.listModels()).toMatchObject([{ id: 'scripted' }])
    expect(engine.listDomains()).toEqual([{ id: 'calendar', title: 'Calendar' }])
    expect(engine.listExamples()).toHaveLength(1)
  })

  it('refuses a text that no run could do anything with', () => {
    const { engine } = start()

    expect(() => engine.checkText(' ')).toThrow(PlanwrightError)
    expect(() => engine.checkText('Meet on Monday.')).not.toThrow()
  })

  it('ends a run with the reason where there is no such model', async () => {
    const { engine } = start()

    expect(await runToEnd(engine, 'plan', 'gpt')).toMatchObject([
      { seq: 0, type: 'run-end', status: 'failed', reason: expect.stringContaining('no model called gpt') },
    ])
  })
})

describe('watching a run', () => {
  it('gives every event in order, also to those who come late or after the end', async () => {
    const { engine } = start()
    const runId = engine.startRun({ text: 'plan', domain: 'calendar', modelId: 'scripted' })
    const early = await Array.fromAsync(engine.watchRun(runId, -1))
    const late = await Array.fromAsync(engine.watchRun(runId, -1))

    expect(early.map(({ seq }) => seq)).toEqual([...early.keys()])
    expect(late).toEqual(early)
  })

  it('goes on after the event that was seen last', async () => {
    const { engine } = start()
    const runId = engine.startRun({ text: 'plan', domain: 'calendar', modelId: 'scripted' })
    const all = await Array.fromAsync(engine.watchRun(runId, -1))

    expect(await Array.fromAsync(engine.watchRun(runId, 2))).toEqual(all.slice(3))
  })

  it('ends when the watcher leaves, and the run goes on', async () => {
    const { engine } = start()
    const runId = engine.startRun({ text: 'wait', domain: 'calendar', modelId: 'scripted' })
    const leave = new AbortController()
    const seen: string[] = []
    for await (const event of engine.watchRun(runId, -1, leave.signal)) {
      seen.push(event.type)
      leave.abort()
    }

    expect(seen).toHaveLength(1)
    expect(engine.cancelRun(runId)).toBe(true)
  })

  it('fails where there is no such run', async () => {
    const { engine } = start()

    await expect(engine.watchRun('run-none', -1).next()).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('cancelling', () => {
  it('ends a run as cancelled, once', async () => {
    const { engine } = start()
    const runId = engine.startRun({ text: 'wait', domain: 'calendar', modelId: 'scripted' })

    expect(engine.cancelRun(runId)).toBe(true)
    expect((await Array.fromAsync(engine.watchRun(runId, -1))).at(-1)).toMatchObject({ status: 'cancelled' })
    await engine.savedRun(runId)
    expect(engine.cancelRun(runId)).toBe(false)
  })

  it('knows nothing of a run that never was', () => {
    expect(start().engine.cancelRun('run-none')).toBe(false)
  })
})

describe('a model', () => {
  it('is loaded once for two runs that start together', async () => {
    const { engine, loads } = start({ loadMs: 20 })
    const ends = await Promise.all([runToEnd(engine, 'plan'), runToEnd(engine, 'plan')])

    expect(ends.map((events) => events.at(-1))).toMatchObject([{ status: 'solved' }, { status: 'solved' }])
    expect(loads).toHaveLength(1)
  })

  it('comes for the second of two runs, though the first was cancelled while it was loading', async () => {
    const { engine, loads } = start({ loadMs: 30 })
    const first = engine.startRun({ text: 'plan', domain: 'calendar', modelId: 'scripted' })
    const second = runToEnd(engine, 'plan')
    await new Promise((resolve) => setTimeout(resolve, 5))
    engine.cancelRun(first)

    expect((await second).at(-1)).toMatchObject({ status: 'solved' })
    expect((await Array.fromAsync(engine.watchRun(first, -1))).at(-1)).toMatchObject({ status: 'cancelled' })
    expect(loads).toHaveLength(1)
  })

  it('is not loaded on when nobody waits for it any more', async () => {
    const { engine, loads } = start({ loadMs: 60_000 })
    const runId = engine.startRun({ text: 'plan', domain: 'calendar', modelId: 'scripted' })
    await new Promise((resolve) => setTimeout(resolve, 5))
    engine.cancelRun(runId)
    await Array.fromAsync(engine.watchRun(runId, -1))

    expect(loads[0]?.signal.aborted).toBe(true)
  })

  it('that died is loaded anew by the next run', async () => {
    const { engine, loads } = start({ deaths: 1 })

    expect((await runToEnd(engine, 'plan')).at(-1)).toMatchObject({ status: 'failed' })
    expect((await runToEnd(engine, 'plan')).at(-1)).toMatchObject({ status: 'solved' })
    expect(loads).toHaveLength(2)
  })

  it('that cannot be loaded is tried again by the next run', async () => {
    const { engine, loads } = start({ failures: 1 })

    expect((await runToEnd(engine, 'plan')).at(-1)).toMatchObject({ status: 'failed', reason: 'No memory. Buy some.' })
    expect((await runToEnd(engine, 'plan')).at(-1)).toMatchObject({ status: 'solved' })
    expect(loads).toHaveLength(2)
  })
})

describe('the record of a run', () => {
  const newStore = () =>
    createSqliteStore({
      home: mkdtempSync(join(tmpdir(), 'planwright-engine-')),
      now: () => 0,
      onSetAside: () => {},
    })

  it('outlives the engine, without single tokens', async () => {
    const store = newStore()
    const { engine } = start({ store })
    const runId = engine.startRun({ text: 'plan\n for us', domain: 'calendar', modelId: 'scripted' })
    const events = await Array.fromAsync(engine.watchRun(runId, -1))
    await engine.savedRun(runId)
    const later = start({ store }).engine

    expect(events.some(({ type }) => type === 'token')).toBe(true)
    expect(await later.readRun(runId)).toEqual(events.filter(({ type }) => type !== 'token'))
    expect(await Array.fromAsync(later.watchRun(runId, 3))).toEqual(
      events.slice(4).filter(({ type }) => type !== 'token'),
    )
    expect(await later.listRuns(10)).toMatchObject([
      { runId, status: 'solved', domain: 'calendar', modelId: 'scripted', title: 'plan for us' },
    ])
  })

  it('is not kept where none is wanted', async () => {
    const store = newStore()
    const { engine } = start({ store })
    const runId = engine.startRun({ text: 'plan', domain: 'calendar', modelId: 'scripted', keep: false })
    await Array.fromAsync(engine.watchRun(runId, -1))

    expect(await engine.listRuns(10)).toEqual([])
  })

  it('that cannot be written says so, and the run ends all the same', async () => {
    const store = newStore()
    const full = { ...store, runs: { ...store.runs, append: () => Promise.reject(new Error('The disk is full.')) } }
    const { engine } = start({ store: full })
    const runId = engine.startRun({ text: 'plan', domain: 'calendar', modelId: 'scripted' })

    expect((await Array.fromAsync(engine.watchRun(runId, -1))).at(-1)).toMatchObject({ status: 'solved' })
    await expect(engine.savedRun(runId)).rejects.toThrow('The disk is full.')
  })
})

describe('an ended run', () => {
  it('says why its plan is what it is, and is saved with that as a page of its own', async () => {
    const { engine } = start()
    const [first] = await runToEnd(engine, 'once')
    const runId = first?.type === 'run-start' ? first.runId : ''
    const because = await engine.because(runId)

    expect(because).toMatchObject({ about: 'plan', isComplete: true })
    const page = await engine.exportRun(runId, { format: 'html' })
    const [, json = ''] = /<script id="replay" type="application\/json">(.*)<\/script>/s.exec(page) ?? []
    expect(replaySchema.parse(JSON.parse(json))).toMatchObject({ runId, because })
    await expect(engine.because('run-0')).rejects.toMatchObject({ code: 'not-found' })
  })
})
