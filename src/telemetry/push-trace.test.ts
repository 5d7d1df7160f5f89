import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { writeOtlpLine } from './otlp-json.ts'
import { writeOtlpProtobuf } from './otlp-protobuf.ts'
import { pushTrace } from './push-trace.ts'
import type { Span } from './span.ts'
import { decodeRequest, encodeResponse } from './test/decode-otlp.ts'
import { readReceiver } from './trace-receiver.ts'

const source = { version: '1.2.3', project: 'mine' }
const span: Span = {
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId: 'eee19b7ec3c1b174',
  parentSpanId: 'eee19b7ec3c1b175',
  name: 'plan',
  startMs: 1_790_000_000_000,
  endMs: 1_790_000_000_250,
  attributes: { 'input.value': 'Meet on Monday.' },
  events: [],
  status: { code: 'ok' },
}
const body = writeOtlpProtobuf([span], source)

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A receiver on this machine; `requests` is what it got. */
async function receiver(
  answer: { status?: number; type?: string; body?: Uint8Array | string; location?: string } = {},
) {
  const requests: { path: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
  const listen: RequestListener = async (request, response) => {
    requests.push({
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(await Array.fromAsync(request)),
    })
    response.writeHead(answer.status ?? 200, {
      'content-type': answer.type ?? 'application/x-protobuf',
      ...(answer.location === undefined ? {} : { location: answer.location }),
    })
    response.end(answer.body)
  }
  return { requests, address: await listening(listen) }
}

async function listening(listen: RequestListener): Promise<string> {
  const server = createServer(listen).listen(0, '127.0.0.1')
  open.push(server)
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

describe('sending a trace', () => {
  it.each([false, true])('arrives as it was, with the receiver’s headers (gzip: %s)', async (gzip) => {
    const { address, requests } = await receiver()
    const outcome = await pushTrace(body, readReceiver(address, 'authorization=Basic%20abc,x-project=mine'), { gzip })
    const [got] = requests

    expect(outcome).toEqual({ status: 'accepted', address: `${address}/v1/traces` })
    expect(got).toMatchObject({
      path: '/v1/traces',
      headers: { 'content-type': 'application/x-protobuf', authorization: 'Basic abc', 'x-project': 'mine' },
    })
    expect(decodeRequest(gzip ? gunzipSync(got?.body ?? '') : (got?.body ?? new Uint8Array()))).toMatchObject(
      JSON.parse(writeOtlpLine([span], source).replace('"events":[],', '')),
    )
  })

  it.each([
    ['application/x-protobuf', encodeResponse(2, 'too old')],
    ['application/json', '{"partialSuccess":{"rejectedSpans":"2","errorMessage":"too old"}}'],
  ])('says what the receiver left out (%s)', async (type, said) => {
    const { address } = await receiver({ type, body: said })

    expect(await pushTrace(body, readReceiver(address, undefined))).toMatchObject({
      status: 'partly-accepted',
      rejectedSpans: 2,
      message: 'too old',
    })
  })

  it.each([
    [401, 'The receiver wants to know who sends (HTTP 401).', 'PLANWRIGHT_OTLP_HEADERS'],
    [404, 'The receiver has nothing at this path (HTTP 404).', '/v1/traces'],
    [415, 'The receiver does not take traces in protobuf (HTTP 415).', 'file'],
    [500, 'The receiver did not take the trace (HTTP 500).', undefined],
  ])('says why it was refused: %s', async (status, message, wayOut) => {
    const { address } = await receiver({ status, type: 'text/html', body: '<h1>No</h1>' })
    const outcome = await pushTrace(body, readReceiver(address, undefined))

    expect(outcome).toMatchObject({ status: 'refused', httpStatus: status, message })
    if (wayOut !== undefined) expect(outcome).toMatchObject({ wayOut: expect.stringContaining(wayOut) })
  })

  it('reads out what the receiver itself says', async () => {
    const { address } = await receiver({ status: 400, type: 'application/json', body: '{"message":"no such project"}' })

    expect(await pushTrace(body, readReceiver(address, undefined))).toMatchObject({
      message: 'The receiver did not take the trace (HTTP 400): no such project',
    })
  })

  it('follows nobody who sends it elsewhere', async () => {
    const elsewhere = await receiver()
    const { address } = await receiver({ status: 307, location: `${elsewhere.address}/v1/traces` })

    expect(await pushTrace(body, readReceiver(address, undefined))).toMatchObject({
      status: 'refused',
      httpStatus: 307,
    })
    expect(elsewhere.requests).toEqual([])
  })

  it('says that nobody listens', async () => {
    const { address } = await receiver()
    await Promise.all(open.splice(0).map((server) => once(server.close(), 'close')))

    expect(await pushTrace(body, readReceiver(address, undefined))).toMatchObject({
      status: 'unreachable',
      message: `Nothing listens at ${new URL(address).host}.`,
    })
  })

  it('gives up on who does not answer', async () => {
    const address = await listening(() => {})

    expect(await pushTrace(body, readReceiver(address, undefined), { timeoutMs: 50 })).toMatchObject({
      status: 'unreachable',
      message: expect.stringContaining('did not answer within 0.05 s'),
    })
  })
})

describe('where a trace is sent to', () => {
  it.each([
    ['http://localhost:6006', 'http://localhost:6006/v1/traces'],
    [' https://cloud.example/api/public/otel/v1/traces#top ', 'https://cloud.example/api/public/otel/v1/traces'],
  ])('%s', (address, url) => {
    expect(readReceiver(address, undefined).url.href).toBe(url)
  })

  it.each(['localhost:6006', 'ftp://there', '', 'http://me:secret@there'])('is not %s', (address) => {
    expect(() => readReceiver(address, undefined)).toThrow(/no address|password/)
  })

  it('never repeats a key that it cannot read', () => {
    expect(() => readReceiver('http://there', 'a=b,my secret key')).toThrow(
      /^Header 2 of PLANWRIGHT_OTLP_HEADERS can't be read\.$/,
    )
  })
})
