import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** The workbench loads from its own address only. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A file to be sent, with all that has to be said about it. */
export interface StaticFile {
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

/** The file of `root` that a path means, if there is one; never one outside it. */
export async function findStaticFile(root: string, path: string): Promise<StaticFile | undefined> {
  const named = join(root, path === '/' ? 'index.html' : path)
  const file = await realpath(named).catch(() => undefined)
  if (file === undefined || !file.startsWith((await realpath(root)) + sep)) return undefined
  const found = await stat(file)
  if (!found.isFile()) return undefined
  const headers = {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': String(found.size),
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  }
  return { file, headers }
}

/** Sends a file of `root`, or 404. */
export async function sendFile(response: ServerResponse, root: string, path: string): Promise<void> {
  const found = await findStaticFile(root, path)
  if (found === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
    return
  }
  response.writeHead(200, found.headers)
  // A file that breaks off must not break the engine.
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response)
}
