import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Longer ones a Unix socket can't have. */
const longestPath = 100

/** Where the process that writes a store listens for what others have to write: a socket in its folder, a pipe on Windows. */
export function writerAddress(home: string): string {
  const digest = createHash('sha256').update(home).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\planwright-${digest}`
  const path = join(home, 'store.sock')
  return Buffer.byteLength(path) <= longestPath ? path : join(tmpdir(), `planwright-${digest}.sock`)
}
