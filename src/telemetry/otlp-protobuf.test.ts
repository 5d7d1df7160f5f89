import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeOtlpLine } from './otlp-json.ts'
import { writeOtlpProtobuf } from './otlp-protobuf.ts'
import type { Attributes, Span } from './span.ts'
import { anySpan } from './test/any-span.ts'
import { decodeRequest } from './test/decode-otlp.ts'

const source = { version: '1.2.3', project: 'mine' }
const traceId = '5b8efff798038103d269b633813fc60c'
const span: Span = {
  traceId,
  spanId: 'eee19b7ec3c1b174',
  parentSpanId: undefined,
  name: 'plan',
  startMs: 1_790_000_000_000.123,
  endMs: 1_790_000_000_250,
  attributes: {
    whole: { int: -3 },
    sure: { double: 0.5 },
    certain: { double: 1 },
    said: 'größer',
    yes: true,
    all: ['a', ''],
  },
  events: [{ name: 'seen', timeMs: 1_790_000_000_100, attributes: { label: 'valid' } }],
  status: { code: 'error', message: 'It broke.' },
}

describe('a trace in protobuf', () => {
  it('says the same as in JSON, read by another program', () => {
    fc.assert(
      fc.property(fc.array(anySpan(traceId), { minLength: 1, maxLength: 4 }), (spans) => {
        const decoded = decodeRequest(writeOtlpProtobuf(spans, source))
        expect(normal(decoded)).toEqual(normal(JSON.parse(writeOtlpLine(spans, source))))
      }),
    )
  })

  it('tells a measured number from a counted one, also where it is whole', () => {
    const text = JSON.stringify(decodeRequest(writeOtlpProtobuf([span], source)))

    expect(text).toContain('{"key":"certain","value":{"doubleValue":1}}')
    expect(text).toContain('{"key":"whole","value":{"intValue":"-3"}}')
  })

  it('is what OpenTelemetry’s own exporter writes, where that keeps the kind of a number', () => {
    const { certain: _, ...attributes } = span.attributes
    const child = { ...span, spanId: 'aaa19b7ec3c1b175', parentSpanId: span.spanId, status: { code: 'ok' as const } }
    const spans = [
      { ...span, attributes },
      { ...child, attributes },
    ]
    const theirs = ProtobufTraceSerializer.serializeRequest(readableSpans(spans))

    expect(withoutZeros(decodeRequest(theirs ?? new Uint8Array()))).toEqual(
      withoutZeros(decodeRequest(writeOtlpProtobuf(spans, source))),
    )
  })
})

/** Both forms written alike: protobuf leaves out what is empty or nothing, but for the value of an attribute. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal)
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([name, item]) =>
      !(Array.isArray(item) && item.length === 0) && (/Value$/.test(name) || !['', 0, '0'].includes(item)),
  )
  return Object.fromEntries(kept.map(([name, item]) => [name, normal(item)]))
}

/** What stands there without saying anything: counts of nothing, and flags that only the exporter sets. */
function withoutZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutZeros)
  if (typeof value !== 'object' || value === null) return value
  const said = Object.entries(value).filter(([name]) => !/^(dropped\w+Count|flags)$/.test(name))
  return Object.fromEntries(said.map(([name, item]) => [name, withoutZeros(item)]))
}

type Readable = Parameters<typeof ProtobufTraceSerializer.serializeRequest>[0]

function readableSpans(spans: readonly Span[]): Readable {
  const resource = {
    attributes: { 'service.name': 'planwright', 'service.version': '1.2.3', 'openinference.project.name': 'mine' },
  }
  const instrumentationScope = { name: 'planwright', version: '1.2.3' }
  const readable = spans.map((one) => ({
    name: one.name,
    kind: 0,
    spanContext: () => ({ traceId: one.traceId, spanId: one.spanId, traceFlags: 1 }),
    parentSpanContext:
      one.parentSpanId === undefined ? undefined : { traceId: one.traceId, spanId: one.parentSpanId, traceFlags: 1 },
    startTime: hrTime(one.startMs),
    endTime: hrTime(one.endMs),
    status: {
      code: { unset: 0, ok: 1, error: 2 }[one.status.code],
      ...('message' in one.status ? { message: one.status.message } : {}),
    },
    attributes: plain(one.attributes),
    links: [],
    events: one.events.map((event) => ({
      name: event.name,
      time: hrTime(event.timeMs),
      attributes: plain(event.attributes),
    })),
    resource,
    instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }))
  return readable as unknown as Readable
}

const hrTime = (milliseconds: number): [number, number] => {
  const microseconds = Math.round(milliseconds * 1000)
  return [Math.floor(microseconds / 1e6), (microseconds % 1e6) * 1000]
}

const plain = (attributes: Attributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (typeof value !== 'object' || Array.isArray(value)) return [name, value]
      return [name, 'int' in value ? value.int : 'double' in value ? value.double : value]
    }),
  )
