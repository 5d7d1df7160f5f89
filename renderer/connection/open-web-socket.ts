import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { EngineClient, EngineLink } from './engine-link.ts'
import { LinkEnd } from './link-end.ts'

/** The way from a browser: a WebSocket to the address that served the page. */
export async function openWebSocket(): Promise<EngineLink> {
  const socket = new WebSocket(new URL('/rpc', location.href.replace(/^http/, 'ws')))
  const end = new LinkEnd(socket)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('close', () => reject(new Error('The engine does not answer.')), { once: true })
  })
  const client: EngineClient = createORPCClient(new RPCLink({ websocket: socket, interceptors: [end.failCalls] }))
  return Object.assign(end, { client })
}
