import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { PlanwrightError } from '../base/planwright-error.ts'
import type { StoreWrite } from './store-write.ts'
import { writerReplySchema } from './writer-server.ts'

/** What became of a write: on disk, refused for a reason, or unknown because the writer is gone. */
export type Relayed =
  | { readonly status: 'kept' }
  | { readonly status: 'refused'; readonly error: PlanwrightError }
  | { readonly status: 'gone' }

export interface WriterClient {
  write(write: StoreWrite): Promise<Relayed>
  close(): void
}

/** Connects to the process that writes; undefined where nobody listens. */
export function connectToWriter(address: string): Promise<WriterClient | undefined> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => resolve(clientOf(socket)))
    socket.once('error', () => resolve(undefined))
  })
}

function clientOf(socket: Socket): WriterClient {
  const waiting = new Map<number, (relayed: Relayed) => void>()
  let next = 0
  const settle = (id: number, relayed: Relayed) => {
    waiting.get(id)?.(relayed)
    waiting.delete(id)
  }
  const lose = () => {
    for (const id of [...waiting.keys()]) settle(id, { status: 'gone' })
  }
  socket.on('error', lose).on('close', lose)
  const lines = createInterface({ input: socket })
  lines.on('error', () => {})
  lines.on('line', (line) => {
    const reply = readReply(line)
    if (reply === undefined) socket.destroy()
    else settle(reply.id, reply.relayed)
  })
  return {
    write: (write) =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve({ status: 'gone' })
        const id = next++
        waiting.set(id, resolve)
        socket.write(`${JSON.stringify({ id, write })}\n`)
      }),
    close: () => socket.destroy(),
  }
}

function readReply(line: string): { id: number; relayed: Relayed } | undefined {
  try {
    const { data } = writerReplySchema.safeParse(JSON.parse(line))
    if (data === undefined) return undefined
    if (data.error === undefined) return { id: data.id, relayed: { status: 'kept' } }
    const { code, message, wayOut } = data.error
    const error = new PlanwrightError({
      code,
      message,
      ...(wayOut === undefined ? {} : { wayOut }),
    })
    return { id: data.id, relayed: { status: 'refused', error } }
  } catch {
    return undefined
  }
}
