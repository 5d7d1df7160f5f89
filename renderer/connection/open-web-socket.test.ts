import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { openWebSocket } from './open-web-socket.ts'

let server: WebSocketServer

/** A served engine that takes every message and answers none. */
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  // The simulated DOM's own is at odds with the simulated events.
  vi.stubGlobal('WebSocket', WebSocket)
  vi.stubGlobal('location', { href: `http://127.0.0.1:${port}/` })
})
afterEach(() => {
  vi.unstubAllGlobals()
  server.close()
})

/** As a crash ends them: without a word of goodbye. */
function dropConnections(): void {
  for (const client of server.clients) client.terminate()
}

const stopped = { status: 'rejected', reason: { code: 'engine-stopped' } }

describe('a socket to a served engine', () => {
  it('fails what is under way when the engine dies', async () => {
    const link = await openWebSocket()
    const heard = Promise.all([...server.clients].map((client) => once(client, 'message')))
    const asked = Promise.allSettled([link.client.engine.info(), link.client.models.list()])
    await heard
    dropConnections()

    expect(await asked).toMatchObject([stopped, stopped])
    expect(link.isClosed).toBe(true)
  })

  it('fails what is asked after the engine died', async () => {
    const link = await openWebSocket()
    dropConnections()
    await link.closed

    expect(await Promise.allSettled([link.client.engine.info()])).toMatchObject([stopped])
  })
})
