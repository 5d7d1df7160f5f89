import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FakeEngine } from '../test/fake-engine.ts'
import { EngineConnection } from './engine-connection.ts'
import { useOffer } from './use-offer.ts'

let engine: FakeEngine
let connection: EngineConnection
const offered = () => renderHook(() => useOffer(connection)).result

beforeEach(() => {
  engine = new FakeEngine()
  connection = new EngineConnection(engine.openLink)
  void connection.start()
})
afterEach(() => {
  connection.stop()
  cleanup()
})

describe('what the engine has to offer', () => {
  it('is read from the next engine where one died before it had answered', async () => {
    engine.isSilent = true
    const state = offered()
    await waitFor(() => expect(connection.status).toBe('connected'))
    engine.isSilent = false
    engine.cut()

    await waitFor(() => expect(state.current.offer?.models).toHaveLength(3))
    expect(state.current.again).toBeUndefined()
  })

  it('is read anew when another engine comes, and stays as it was until then', async () => {
    const state = offered()
    await waitFor(() => expect(state.current.offer?.models).toHaveLength(3))
    engine.models = engine.models.slice(0, 1)
    engine.isReachable = false
    engine.cut()
    await waitFor(() => expect(connection.status).toBe('lost'))
    expect(state.current.offer?.models).toHaveLength(3)
    engine.isReachable = true

    await waitFor(() => expect(state.current.offer?.models).toHaveLength(1))
  })

  it('can be asked for again where the engine could not say it', async () => {
    engine.isBroken = true
    const state = offered()
    await waitFor(() => expect(state.current.again).toBeDefined())
    engine.isBroken = false
    act(() => state.current.again?.())

    await waitFor(() => expect(state.current.offer?.models).toHaveLength(3))
    expect(state.current.again).toBeUndefined()
  })

  it('needs no asking where the engine could not say it and another one comes', async () => {
    engine.isBroken = true
    const state = offered()
    await waitFor(() => expect(state.current.again).toBeDefined())
    engine.isBroken = false
    act(() => engine.cut())

    await waitFor(() => expect(state.current.offer?.models).toHaveLength(3))
    expect(state.current.again).toBeUndefined()
  })
})
