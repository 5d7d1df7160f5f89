import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import { PlanwrightError } from '../../base/planwright-error.ts'
import type { Engine } from '../engine.ts'
import { createRouter } from '../router.ts'
import { Access } from './access.ts'
import { receiveUpload, uploadedName } from './receive-upload.ts'
import { sendFile } from './static-files.ts'

export interface ServeOptions {
  readonly engine: Engine
  readonly version: string
  /** Folder of the built workbench. */
  readonly renderer: string
  /** 0 for any free one. */
  readonly port: number
}

export interface ServedEngine {
  /** Opens the workbench once; another browser needs another start. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Bytes: a trace file of another program is read whole, and its quotes are written with backslashes on the way. */
const longestMessage = 96 * 1024 * 1024

/** Serves the workbench and the engine on this machine only. */
export async function serveEngine({ engine, port, renderer, version }: ServeOptions): Promise<ServedEngine> {
  const access = new Access()
  const handler = new RPCHandler(createRouter(engine, version))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage })
  let here = port

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const refuse = (status: number, why: string) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(why)
    if (!access.isHere(request, here, false)) return refuse(403, 'Wrong host')
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${here}`)
    const name = uploadedName(request, url.pathname)
    if (name !== undefined) {
      const isAllowed = access.isHere(request, here, true) && access.isKnown(request)
      return isAllowed ? receiveUpload(request, response, { library: engine.models, name }) : refuse(403, 'Not allowed')
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET')
    const token = url.searchParams.get('token')
    if (token !== null && !access.isKnown(request)) {
      const cookie = access.exchange(token)
      if (cookie === undefined)
        return refuse(403, 'This address was used already. Start Planwright again for a new one.')
      return response.writeHead(303, { location: '/', 'set-cookie': cookie, 'referrer-policy': 'no-referrer' }).end()
    }
    if (!access.isKnown(request)) return refuse(403, 'Open the address that Planwright printed when it started.')
    await sendFile(response, renderer, decodeURIComponent(url.pathname))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.headersSent || response.writeHead(400).end())
  })
  // A large model may take longer to come than any page.
  server.requestTimeout = 0
  server.on('upgrade', (request, socket, head) => {
    const isAllowed = access.isHere(request, here, true) && access.isKnown(request) && request.url === '/rpc'
    if (!isAllowed) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => void handler.upgrade(webSocket))
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (typeof address === 'object' && address !== null) here = address.port
  return {
    url: `http://127.0.0.1:${here}/?token=${access.token}`,
    port: here,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function listenError(error: Error, port: number): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error
  return new PlanwrightError({
    code: 'io',
    message: `Port ${port} is in use.`,
    wayOut: 'Choose another with --port, or leave it out.',
    cause: error,
  })
}
