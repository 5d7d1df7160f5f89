import { names } from './attribute-names.ts'
import { kindInternal, nanoseconds, statusCodes, type TraceSource } from './otlp-values.ts'
import type { Attributes, AttributeValue, Span } from './span.ts'

/**
 * Spans as one line of an OTLP JSON Lines file (opentelemetry.io/docs/specs/otel/protocol/file-exporter): names in
 * lowerCamelCase, ids in hexadecimal, 64-bit numbers as strings, enums as numbers.
 */
export function writeOtlpLine(spans: readonly Span[], { project, version }: TraceSource): string {
  const resource = {
    [names.serviceName]: 'planwright',
    [names.serviceVersion]: version,
    [names.projectName]: project,
  }
  const data = {
    resourceSpans: [
      {
        resource: { attributes: keyValues(resource) },
        scopeSpans: [{ scope: { name: 'planwright', version }, spans: spans.map(spanData) }],
      },
    ],
  }
  return `${JSON.stringify(data)}\n`
}

function spanData({ attributes, endMs, events, name, parentSpanId, spanId, startMs, status, traceId }: Span) {
  return {
    traceId,
    spanId,
    ...(parentSpanId === undefined ? {} : { parentSpanId }),
    name,
    kind: kindInternal,
    startTimeUnixNano: String(nanoseconds(startMs)),
    endTimeUnixNano: String(nanoseconds(endMs)),
    attributes: keyValues(attributes),
    events: events.map((event) => ({
      timeUnixNano: String(nanoseconds(event.timeMs)),
      name: event.name,
      attributes: keyValues(event.attributes),
    })),
    status: { code: statusCodes[status.code], ...(status.code === 'error' ? { message: status.message } : {}) },
  }
}

const keyValues = (attributes: Attributes) =>
  Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value: anyValue(value) }]))

function anyValue(value: AttributeValue) {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  if ('int' in value) return { intValue: String(value.int) }
  if ('double' in value) return { doubleValue: Number.isFinite(value.double) ? value.double : String(value.double) }
  return { arrayValue: { values: value.map((one) => ({ stringValue: one })) } }
}
