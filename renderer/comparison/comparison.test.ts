import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineConnection } from '../connection/engine-connection.ts'
import { FakeEngine } from '../test/fake-engine.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { Comparison } from './comparison.ts'

const problem = { text: 'Find half an hour.', domain: 'auto' }
const middle = recordedRuns.solved.findIndex(({ type }) => type === 'formalization')

let engine: FakeEngine
let connection: EngineConnection
let comparison: Comparison
const columnAt = (index: number) => comparison.snapshot()[index]

beforeEach(() => {
  engine = new FakeEngine()
  connection = new EngineConnection(engine.openLink)
  comparison = new Comparison(connection, (draw) => queueMicrotask(draw))
  void connection.start()
})
afterEach(() => connection.stop())

describe('models side by side', () => {
  it('run the same problem, each with its model', async () => {
    comparison.add('one')
    comparison.add('two')
    comparison.run(problem)
    await vi.waitFor(() => expect(engine.started).toHaveLength(2))

    expect(engine.started.map(({ modelId, text }) => [modelId, text])).toEqual([
      ['one', problem.text],
      ['two', problem.text],
    ])
    for (const { runId } of engine.started) engine.play(runId)
    await vi.waitFor(() => expect(comparison.snapshot().map((one) => one.state)).toEqual(['ended', 'ended']))
    expect(columnAt(1)?.run.plainText).toBe('Meet on Thursday from 12:00 to 12:30.')
  })

  it('are at most three', () => {
    for (const id of ['a', 'b', 'c', 'd']) comparison.add(id)

    expect(comparison.snapshot()).toHaveLength(3)
  })

  it('go on where they were after the connection broke', async () => {
    comparison.add('one')
    comparison.run(problem)
    await vi.waitFor(() => expect(engine.started).toHaveLength(1))
    engine.play('run-1', recordedRuns.solved.slice(0, middle))
    await vi.waitFor(() => expect(columnAt(0)?.run.lastSeq).toBe(middle - 1))
    engine.cut()
    await vi.waitFor(() => expect(connection.status).toBe('connected'))
    engine.play('run-1', recordedRuns.solved.slice(middle))

    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('ended'))
    expect(columnAt(0)?.run.tokens).toBe(recordedRuns.solved.filter(({ type }) => type === 'token').length)
  })

  it('wait while there is no connection, and can be given up', async () => {
    comparison.add('one')
    comparison.run(problem)
    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('running'))
    engine.isReachable = false
    engine.cut()
    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('waiting'))
    comparison.cancel()

    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('lost'))
    expect(engine.cancelled).toEqual([])
  })

  it('say so when the engine came back without the run', async () => {
    comparison.add('one')
    comparison.run(problem)
    await vi.waitFor(() => expect(engine.started).toHaveLength(1))
    engine.play('run-1', recordedRuns.solved.slice(0, middle))
    engine.forget('run-1')
    engine.cut()

    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('lost'))
  })

  it('say so when the engine went away before it had started the run', async () => {
    comparison.add('one')
    await vi.waitFor(() => expect(connection.status).toBe('connected'))
    engine.isSilent = true
    comparison.run(problem)
    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('starting'))
    engine.cut()

    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('lost'))
    expect(columnAt(0)?.message).toBeUndefined()
  })

  it('cancel what is under way, and keep the rest', async () => {
    comparison.add('one')
    comparison.add('two')
    comparison.run(problem)
    await vi.waitFor(() => expect(engine.started).toHaveLength(2))
    engine.play('run-1')
    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('ended'))
    comparison.cancel()

    await vi.waitFor(() => expect(engine.cancelled).toEqual(['run-2']))
    expect(columnAt(0)?.state).toBe('ended')
  })

  it('start over when run again, without a trace of the run before', async () => {
    comparison.add('one')
    comparison.run(problem)
    await vi.waitFor(() => expect(columnAt(0)?.state).toBe('running'))
    engine.play('run-1', recordedRuns.solved.slice(0, middle))
    comparison.run(problem)

    await vi.waitFor(() => expect(columnAt(0)?.runId).toBe('run-2'))
    expect(engine.cancelled).toEqual(['run-1'])
    engine.play('run-1', recordedRuns.solved.slice(middle))
    expect(columnAt(0)?.run.lastSeq).toBe(-1)
  })
})
