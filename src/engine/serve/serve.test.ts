import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { contract } from '../../api/contract.ts'
import { writeTinyGguf } from '../../language-models/test/tiny-gguf.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { createTestEngine } from '../test/test-engine.ts'
import { type ServedEngine, serveEngine } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'planwright-serve-'))
const renderer = join(folder, 'renderer')
const { engine, home } = createTestEngine()
let served: ServedEngine

beforeAll(() => {
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), 'the workbench')
  writeFileSync(join(renderer, 'assets', 'page.js'), 'page()')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'))
})
beforeEach(async () => {
  served = await serveEngine({ engine, port: 0, renderer, version: '1.2.3' })
  return () => served.close()
})
afterAll(async () => {
  await engine.dispose()
  rmSync(folder, { recursive: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends the path as it is: nothing is made tidy on the way. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: served.port, path, method, headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
    })
    asked.on('error', reject).end()
  })
}

const addressOf = ({ url }: ServedEngine) => url.slice(url.indexOf('/?'))
async function signIn(): Promise<{ cookie: string }> {
  const { headers } = await get(addressOf(served))
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
}

describe('the printed address', () => {
  it('is exchanged for a cookie that no script and no other site gets', async () => {
    const { headers, status } = await get(addressOf(served))

    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    expect(headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/)
  })

  it('works once', async () => {
    await signIn()

    expect((await get(addressOf(served))).status).toBe(403)
  })

  it('is not used up by a wrong guess', async () => {
    expect((await get('/?token=guess')).status).toBe(403)
    expect((await get(addressOf(served))).status).toBe(303)
  })
})

describe('the served workbench', () => {
  it('is shown to the browser with the cookie, under a strict content policy', async () => {
    const cookie = await signIn()
    const { body, headers } = await get('/', cookie)

    expect(body).toBe('the workbench')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(await get('/assets/page.js', cookie)).toMatchObject({
      body: 'page()',
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
  })

  it.each([
    ['without the cookie', {}],
    ['with a made-up cookie', { cookie: 'planwright-session=abc' }],
  ])('is shown to nobody %s', async (_, headers) => {
    const answer = await get('/', headers)

    expect([answer.status, answer.body.includes('workbench')]).toEqual([403, false])
  })

  it.each([
    ['another host', { host: 'evil.example' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another origin', { origin: 'http://evil.example' }],
  ])('is not shown under %s, even with the cookie', async (_, headers) => {
    expect((await get('/', { ...(await signIn()), ...headers })).status).toBe(403)
  })

  it('takes nothing but reading', async () => {
    expect((await get('/', await signIn(), 'POST')).status).toBe(405)
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/assets',
    '/index.html%00.js',
  ])('has no file beside its folder: %s', async (path) => {
    const { body, status } = await get(path, await signIn())

    expect([status, body]).toEqual([404, 'Not found'])
  })

  it('answers an address that is none', async () => {
    expect((await get('/%zz', await signIn())).status).toBe(400)
  })
})

describe('the served engine', () => {
  const here = () => `http://127.0.0.1:${served.port}`
  const dial = (headers: Record<string, string>, path = '/rpc') =>
    new WebSocket(`ws://127.0.0.1:${served.port}${path}`, { headers })
  const isRefused = (socket: WebSocket) =>
    new Promise<boolean>((resolve) => {
      socket.on('open', () => resolve(false))
      socket.on('error', () => resolve(true))
    })

  it('does over a socket what it does for everyone', async () => {
    const socket = dial({ ...(await signIn()), origin: here() })
    await new Promise((resolve) => socket.once('open', resolve))
    const client: ContractRouterClient<typeof contract> = createORPCClient(
      new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
    )

    expect(await client.engine.info()).toMatchObject({ version: '1.2.3', prolog: 'fake' })
    expect(await client.domains.list()).toEqual([{ id: 'calendar', title: 'Calendar' }])
    expect(await client.models.list()).toHaveLength(1)
    const { runId } = await client.runs.start({ text: 'plan', domain: 'calendar', modelId: 'scripted' })
    const events: RunEvent[] = []
    for await (const event of await client.runs.watch({ runId })) events.push(event)
    expect(events.at(-1)).toMatchObject({ type: 'run-end', status: 'solved' })
    expect(await client.runs.events({ runId })).toEqual(events)
    expect(await client.runs.cancel({ runId })).toEqual({ cancelled: false })
    expect((await client.runs.trace({ runId })).spans[0]).toMatchObject({ name: 'plan' })
    await expect(client.runs.trace({ runId: 'run-0mwqu1axf1t3tfyc' })).rejects.toThrow('There is no run')
    await expect(client.traces.import({ text: '{' })).rejects.toThrow('Line 1 is not JSON.')
    await expect(client.models.details({ modelId: 'gpt' })).rejects.toMatchObject({
      message: 'There is no model called gpt.',
      data: { code: 'not-found' },
    })
    socket.terminate()
  })

  it('is closed to whoever lacks the cookie or comes from elsewhere', async () => {
    const cookie = await signIn()
    const attempts = [
      dial({ origin: here() }),
      dial({ ...cookie }),
      dial({ ...cookie, origin: 'http://evil.example' }),
      dial({ ...cookie, origin: here(), host: 'evil.example' }),
      dial({ ...cookie, origin: here() }, '/other'),
    ]

    expect(await Promise.all(attempts.map(isRefused))).toEqual(attempts.map(() => true))
  })

  it('says so where its port is taken', async () => {
    const again = serveEngine({ engine, port: served.port, renderer, version: '1.2.3' })

    await expect(again).rejects.toMatchObject({ code: 'io', message: `Port ${served.port} is in use.` })
  })
})

describe('a model that a browser sends', () => {
  const path = '/upload/models/tiny.gguf'
  const here = () => ({ origin: `http://127.0.0.1:${served.port}` })
  const put = (body: Buffer | string, headers: Record<string, string>, to = path) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: served.port, path: to, method: 'PUT', headers }, (response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }))
      })
      asked.on('error', reject).end(body)
    })
  const own = async () =>
    (await engine.models.bin()).length + (await readdir(join(home, 'models')).catch(() => [])).length
  let model: Buffer
  beforeAll(() => {
    writeTinyGguf(join(folder, 'tiny.gguf'), { type: 'q8_0' })
    model = readFileSync(join(folder, 'tiny.gguf'))
  })

  it('is taken in', async () => {
    const { body, status } = await put(model, { ...(await signIn()), ...here() })

    expect([status, JSON.parse(body)]).toEqual([200, { type: 'added', model: { modelId: 'tiny', how: 'received' } }])
    expect((await readFile(join(home, 'models', 'tiny.gguf'))).equals(model)).toBe(true)
  })

  it.each([
    ['without the cookie', () => ({ cookie: 'planwright-session=abc' })],
    ['without an origin', () => ({ origin: '' })],
    ['from another origin', () => ({ origin: 'http://evil.example' })],
    ['under another host', () => ({ host: 'evil.example' })],
  ])('is not taken %s', async (_, wrong) => {
    const before = await own()
    const headers = { ...(await signIn()), ...here(), ...wrong() }

    expect((await put(model, headers, '/upload/models/other.gguf')).status).toBe(403)
    expect(await own()).toBe(before)
  })

  it.each(['..%2Fout.gguf', '..%5Cout.gguf', 'a%2Fb.gguf', 'model.exe'])('gets no other place: %s', async (name) => {
    const before = await own()
    const { body } = await put(model, { ...(await signIn()), ...here() }, `/upload/models/${name}`)

    expect(JSON.parse(body)).toMatchObject({ type: 'failed', failure: { code: 'invalid-input' } })
    expect(await own()).toBe(before)
  })

  it('is refused in words where it is none, however long it goes on', async () => {
    const { body, status } = await put(
      Buffer.alloc(20_000_000),
      { ...(await signIn()), ...here() },
      '/upload/models/no.gguf',
    )

    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ type: 'failed', failure: { message: 'no.gguf is not a GGUF model.' } })
  })

  it('leaves nothing behind where its browser goes away', async () => {
    const before = await own()
    const headers = { ...(await signIn()), ...here(), 'content-length': String(model.length) }
    const asked = request({
      host: '127.0.0.1',
      port: served.port,
      path: '/upload/models/half.gguf',
      method: 'PUT',
      headers,
    })
    asked.on('error', () => {})
    asked.write(model.subarray(0, 1000))
    await expect.poll(own).toBe(before + 1)
    asked.destroy()

    await expect.poll(own).toBe(before)
  })
})
