import { appendFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunEvent } from '../planning/run-event.ts'
import { createEventLogRunStore } from './event-log-run-store.ts'

const event = (seq: number): RunEvent => ({ seq, time: 5, type: 'domain', domain: 'trip', confidence: 0.5 })
const newFolder = () => mkdtemp(join(tmpdir(), 'planwright-store-'))

describe('event log run store', () => {
  it('gives back what was appended, in order', async () => {
    const store = createEventLogRunStore(await newFolder())

    await store.append('run-1', [event(0)])
    await store.append('run-1', [event(1), event(2)])

    expect(await store.read('run-1')).toEqual([event(0), event(1), event(2)])
  })

  it('knows nothing of a run that was never written', async () => {
    const store = createEventLogRunStore(await newFolder())

    expect(await store.read('run-9')).toBeUndefined()
  })

  it('leaves out a torn last line', async () => {
    const folder = await newFolder()
    const store = createEventLogRunStore(folder)
    await store.append('run-1', [event(0)])
    await appendFile(join(folder, 'run-1.jsonl'), '{"seq":1,"time":5,"ty')

    expect(await store.read('run-1')).toEqual([event(0)])
  })

  it('lists the newest first', async () => {
    const store = createEventLogRunStore(await newFolder())
    for (const id of ['run-a1', 'run-a3', 'run-a2']) await store.append(id, [event(0)])

    expect(await store.list(2)).toEqual(['run-a3', 'run-a2'])
  })

  it('refuses a name that would leave its folder', async () => {
    const store = createEventLogRunStore(await newFolder())

    await expect(store.read('../../etc/passwd')).rejects.toThrow('not the name of a run')
  })
})
