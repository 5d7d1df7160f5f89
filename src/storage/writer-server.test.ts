import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PlanwrightError } from '../base/planwright-error.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { StoreWrite } from './store-write.ts'
import { writerAddress } from './writer-address.ts'
import { connectToWriter } from './writer-client.ts'
import { serveWriter, type WriterServer } from './writer-server.ts'

const event: RunEvent = { seq: 0, time: 5, type: 'domain', domain: 'trip', confidence: 0.5 }

const write = (runId: string): StoreWrite => ({ kind: 'events', runId, events: [event] })

let home = ''
let server: WriterServer
let kept: string[] = []
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'planwright-writer-'))
  kept = []
  server = await serveWriter(writerAddress(home), async (write) => {
    const runId = write.kind === 'events' ? write.runId : ''
    if (runId === 'run-full')
      throw new PlanwrightError({ code: 'io', message: 'The disk is full.', wayOut: 'Make room.' })
    kept.push(runId)
  })
})
afterEach(async () => {
  await server.close()
  rmSync(home, { recursive: true, force: true })
})

it('answers each request once it is kept, or says why it is not', async () => {
  const client = await connectToWriter(writerAddress(home))

  expect(await client?.write(write('run-1'))).toEqual({ status: 'kept' })
  expect(await client?.write(write('run-full'))).toMatchObject({
    status: 'refused',
    error: { code: 'io', message: 'The disk is full.', wayOut: 'Make room.' },
  })
  expect(kept).toEqual(['run-1'])
  client?.close()
})

it.each(['no JSON', '{"id":1}', '{"id":1,"write":{"kind":"events","runId":"run-1","events":[{"type":"surprise"}]}}'])(
  'hangs up on what is no request, and goes on with others: %s',
  async (line) => {
    const socket = connect(writerAddress(home))
    socket.resume()
    socket.write(`${line}\n`)
    await once(socket, 'close')
    const client = await connectToWriter(writerAddress(home))

    expect(await client?.write(write('run-2'))).toEqual({ status: 'kept' })
    expect(kept).toEqual(['run-2'])
    client?.close()
  },
)

it('leaves those who wait for an answer in no doubt that it is gone', async () => {
  const client = await connectToWriter(writerAddress(home))
  await server.close()

  expect(await client?.write(write('run-1'))).toEqual({ status: 'gone' })
  expect(await connectToWriter(writerAddress(home))).toBeUndefined()
})
