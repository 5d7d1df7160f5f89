import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { traceSpanSchema } from '../api/trace-span.ts'
import { writeOtlpLine } from '../telemetry/otlp-json.ts'
import { decodeRequest } from '../telemetry/test/decode-otlp.ts'
import { createTestEngine } from './test/test-engine.ts'
import { readVersion } from './version.ts'

const { engine } = createTestEngine()
const bodies: Buffer[] = []
const receiver = createServer(async (request, response) => {
  bodies.push(Buffer.concat(await Array.fromAsync(request)))
  response.end()
})
let runId: string
let address: string
beforeAll(async () => {
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const bound = receiver.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  runId = engine.startRun({ text: 'plan', domain: 'calendar', modelId: 'scripted' })
  await Array.fromAsync(engine.watchRun(runId, -1))
})
afterAll(async () => {
  receiver.close()
  await engine.dispose()
})

describe('the traces of an engine', () => {
  it('have the spans that are exported', async () => {
    const spans = await engine.traces.spansOf(runId)

    expect(spans.map((span) => traceSpanSchema.parse(span))).toEqual(spans)
    expect(spans[0]).toMatchObject({ name: 'plan', attributes: { 'planwright.run.id': runId } })
    const { traces } = engine.traces.read(await engine.exportRun(runId, { format: 'otlp' }))
    expect(traces).toEqual([{ traceId: spans[0]?.traceId, service: 'planwright', spans }])
  })

  it('go nowhere until it is said where to', async () => {
    await expect(engine.traces.push(runId, {})).rejects.toThrow('Nobody has said where traces are sent to.')
    expect(bodies).toEqual([])
  })

  it('are sent to the address that is set, whole', async () => {
    await engine.settings.set('telemetry', { address })
    const spans = await engine.traces.spansOf(runId)
    const line = writeOtlpLine(spans, { version: await readVersion(), project: 'planwright' })

    expect(await engine.traces.push(runId, {})).toEqual({ status: 'accepted', address: `${address}/v1/traces` })
    expect(namesIn(decodeRequest(bodies[0] ?? new Uint8Array()))).toEqual(namesIn(JSON.parse(line)))
  })

  it('are sent to another address for once', async () => {
    await engine.settings.set('telemetry', { address: 'http://127.0.0.1:1' })

    expect(await engine.traces.push(runId, { address })).toMatchObject({ status: 'accepted' })
    expect(await engine.traces.push(runId, {})).toMatchObject({ status: 'unreachable' })
  })

  it('of a run that is not there are not found', async () => {
    await expect(engine.traces.spansOf('run-none')).rejects.toThrow('There is no run "run-none".')
  })
})

const namesIn = (request: unknown) =>
  JSON.stringify(request)
    .match(/"(?:name|spanId|key)":"[^"]*"/g)
    ?.sort()
