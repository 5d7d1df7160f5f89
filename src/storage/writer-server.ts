import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type ErrorCode, toPlainError } from '../base/planwright-error.ts'
import { type StoreWrite, storeWriteSchema } from './store-write.ts'

const requestSchema = z.object({ id: z.int(), write: storeWriteSchema })

const errorCodes = [
  'invalid-input',
  'unsupported',
  'not-found',
  'io',
  'model-load',
  'engine-stopped',
  'cancelled',
  'internal',
] as const satisfies readonly ErrorCode[]

/** What the writer answers, a line each: nothing but the number where it is on disk, or why it is not. */
export const writerReplySchema = z.object({
  id: z.int(),
  error: z.object({ code: z.enum(errorCodes), message: z.string(), wayOut: z.string().optional() }).optional(),
})

export interface WriterServer {
  close(): Promise<void>
}

/** Keeps something, or throws why it can't. */
export type KeepWrite = (write: StoreWrite) => Promise<void>

/** Lets other processes of this user write through the one that writes. A line that is no request ends its connection. */
export async function serveWriter(address: string, keep: KeepWrite): Promise<WriterServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    const lines = createInterface({ input: socket })
    // An error of the socket comes out of its lines too.
    lines.on('error', () => {})
    lines.on('line', (line) => void answer(line, socket, keep))
  })
  await listen(server, address)
  // Listening for others keeps no process alive.
  server.unref()
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // What a killed writer left behind; who calls this has the lock, so nobody listens there.
    if (process.platform !== 'win32') rmSync(address, { force: true })
    server.once('error', reject)
    server.listen(address, () => {
      if (process.platform !== 'win32') chmodSync(address, 0o600)
      server.off('error', reject)
      resolve()
    })
  })
}

async function answer(line: string, socket: Socket, keep: KeepWrite): Promise<void> {
  const request = parseRequest(line)
  if (request === undefined) {
    socket.destroy()
    return
  }
  const { id, write } = request
  const error = await keep(write).then(
    () => undefined,
    (cause: unknown) => toPlainError(cause),
  )
  if (!socket.destroyed) socket.write(`${JSON.stringify({ id, ...(error === undefined ? {} : { error }) })}\n`)
}

function parseRequest(line: string): z.infer<typeof requestSchema> | undefined {
  try {
    return requestSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
