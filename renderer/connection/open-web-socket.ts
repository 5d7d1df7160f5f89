import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { type EngineClient, type EngineLink, trackEnd } from './engine-link.ts'

/** The way from a browser: a WebSocket to the address that served the page. */
export async function openWebSocket(): Promise<EngineLink> {
  const socket = new WebSocket(new URL('/rpc', location.href.replace(/^http/, 'ws')))
  const end = trackEnd(socket)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('close', () => reject(new Error('The engine does not answer.')), { once: true })
  })
  const client: EngineClient = createORPCClient(new RPCLink({ websocket: socket }))
  return Object.assign(end, { client })
}
