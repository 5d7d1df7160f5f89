import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { findStaticFile } from '../src/engine/serve/static-files.ts'

const scheme = 'app'
const host = 'workbench'
/** The one origin of this app's pages. */
export const workbenchOrigin = `${scheme}://${host}`

const renderer = path.join(import.meta.dirname, '..', 'renderer')

/** Makes app:// an origin like those of the web, with its own storage and policy; only before the app is ready. */
export function registerWorkbenchScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers app://workbench/... with the files of the built page and their policy; everything else does not exist. */
export function serveWorkbench(): void {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    const found = url.host === host ? await findStaticFile(renderer, decodeURIComponent(url.pathname)) : undefined
    if (found === undefined || request.method !== 'GET') return new Response('Not found', { status: 404 })
    return new Response(await readFile(found.file), { headers: found.headers })
  })
}
