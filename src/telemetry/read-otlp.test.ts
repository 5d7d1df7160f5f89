import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeOtlpLine } from './otlp-json.ts'
import { readOtlp } from './read-otlp.ts'
import { anySpan } from './test/any-span.ts'

const source = { version: '1.2.3', project: 'mine' }
const traceId = '5b8efff798038103d269b633813fc60c'
const span = {
  traceId,
  spanId: 'eee19b7ec3c1b174',
  name: 'chat',
  startTimeUnixNano: '1790000000000000000',
  endTimeUnixNano: '1790000000250000000',
}
const request = (...spans: object[]) => ({ resourceSpans: [{ scopeSpans: [{ spans }] }] })
const line = (...spans: object[]) => JSON.stringify(request(...spans))
const only = (text: string) => readOtlp(text).traces[0]?.spans[0]
const attribute = (key: string, value: object) => ({ key, value })

describe('reading traces', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(anySpan(traceId), { minLength: 1, maxLength: 4 }), (spans) => {
        const { skippedLines, traces } = readOtlp(writeOtlpLine(spans, source))
        expect(traces).toEqual([{ traceId, service: 'planwright', spans }])
        expect(skippedLines).toBe(0)
      }),
    )
  })

  it('never fails but with words about a line', () => {
    const json = fc.json({ maxDepth: 4 })
    const nearly = fc.record({ resourceSpans: fc.jsonValue() }).map((one) => JSON.stringify(one))
    fc.assert(
      fc.property(fc.oneof(json, nearly, fc.string()), (text) => {
        expect(() => readOtlp(text)).toThrow(/^(Line \d+|There is no span)/)
      }),
    )
  })

  it('takes ids in base64, names with underscores, and a request over several lines', () => {
    const snake = {
      resource_spans: [{ scope_spans: [{ spans: [{ ...renamedSpan(), trace_id: 'W47/95gDgQPSabYzgT/GDA==' }] }] }],
    }

    expect(only(JSON.stringify(snake, null, 2))).toMatchObject({ traceId, spanId: span.spanId, endMs: 1790000000250 })
  })

  it('reads former names, and keeps today’s where both are there', () => {
    const attributes = [
      attribute('gen_ai.system', { stringValue: 'openai' }),
      attribute('gen_ai.usage.prompt_tokens', { intValue: '12' }),
      attribute('gen_ai.usage.completion_tokens', { intValue: 3 }),
      attribute('gen_ai.usage.output_tokens', { intValue: '4' }),
    ]

    expect(only(line({ ...span, attributes }))?.attributes).toEqual({
      'gen_ai.provider.name': 'openai',
      'gen_ai.usage.input_tokens': { int: 12 },
      'gen_ai.usage.output_tokens': { int: 4 },
    })
  })

  it('keeps nested values as JSON, and whole numbers that are too long as text', () => {
    const nested = { kvlistValue: { values: [attribute('a', { arrayValue: { values: [{ intValue: '1' }, {}] } })] } }
    const attributes = [
      attribute('n', nested),
      attribute('big', { intValue: '9223372036854775807' }),
      attribute('e', {}),
    ]

    expect(only(line({ ...span, attributes }))?.attributes).toEqual({ n: '{"a":[1,null]}', big: '9223372036854775807' })
  })

  it('tells traces apart and leaves other signals aside', () => {
    const other = { ...span, traceId: 'a'.repeat(32) }
    const text = [line(span, other), '', JSON.stringify({ resourceMetrics: [] }), line(span)].join('\r\n')

    expect(readOtlp(text)).toMatchObject({
      traces: [
        { traceId, spans: [{}, {}] },
        { traceId: 'a'.repeat(32), spans: [{}] },
      ],
      skippedLines: 1,
    })
  })

  it('takes no parent of zeros, and no end before the start', () => {
    const odd = { ...span, parentSpanId: '0000000000000000', endTimeUnixNano: '5' }

    expect(only(line(odd))).toMatchObject({ parentSpanId: undefined, endMs: 1790000000000 })
  })

  it.each([
    [`${line(span)}\n{"resourceSpans"`, 'Line 2 is not JSON.'],
    [
      line({ ...span, traceId: 'abc' }),
      'Line 1 is no OpenTelemetry trace: resourceSpans.0.scopeSpans.0.spans.0.traceId: "abc" is no id of 16 bytes.',
    ],
    ['{"hello":1}', 'Line 1 is no OpenTelemetry trace: resourceSpans'],
    ['\n', 'There is no span in this file.'],
    [' '.repeat(50 * 1024 * 1024 + 1), 'larger than 50 MB'],
  ])('says where it cannot read', (text, words) => {
    expect(() => readOtlp(text)).toThrow(words)
  })
})

function renamedSpan() {
  return {
    span_id: span.spanId,
    start_time_unix_nano: span.startTimeUnixNano,
    end_time_unix_nano: span.endTimeUnixNano,
  }
}
