import { names } from './attribute-names.ts'
import { kindInternal, nanoseconds, statusCodes, type TraceSource } from './otlp-values.ts'
import { ProtobufMessage } from './protobuf-message.ts'
import type { Attributes, AttributeValue, Span } from './span.ts'

/**
 * Spans as the body of an OTLP/HTTP request in protobuf: an `ExportTraceServiceRequest`. The numbers are those of the fields
 * in opentelemetry/proto: collector/trace/v1, trace/v1, resource/v1 and common/v1.
 */
export function writeOtlpProtobuf(spans: readonly Span[], { project, version }: TraceSource): Uint8Array<ArrayBuffer> {
  const resource = withAttributes(new ProtobufMessage(), 1, {
    [names.serviceName]: 'planwright',
    [names.serviceVersion]: version,
    [names.projectName]: project,
  })
  const scope = new ProtobufMessage().string(1, 'planwright').string(2, version)
  const scopeSpans = new ProtobufMessage().message(1, scope)
  for (const span of spans) scopeSpans.message(2, spanMessage(span))
  const resourceSpans = new ProtobufMessage().message(1, resource).message(2, scopeSpans)
  return new ProtobufMessage().message(1, resourceSpans).finish()
}

function spanMessage(span: Span): ProtobufMessage {
  const message = new ProtobufMessage().bytes(1, fromHex(span.traceId)).bytes(2, fromHex(span.spanId))
  if (span.parentSpanId !== undefined) message.bytes(4, fromHex(span.parentSpanId))
  message
    .string(5, span.name)
    .varint(6, kindInternal)
    .fixed64(7, nanoseconds(span.startMs))
    .fixed64(8, nanoseconds(span.endMs))
  withAttributes(message, 9, span.attributes)
  for (const { attributes, name, timeMs } of span.events) {
    const event = new ProtobufMessage().fixed64(1, nanoseconds(timeMs)).string(2, name)
    message.message(11, withAttributes(event, 3, attributes))
  }
  const status = new ProtobufMessage()
  if (span.status.code === 'error') status.string(2, span.status.message)
  return message.message(15, status.varint(3, statusCodes[span.status.code]))
}

function withAttributes(message: ProtobufMessage, field: number, attributes: Attributes): ProtobufMessage {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    message.message(field, new ProtobufMessage().string(1, key).message(2, anyValue(value)))
  }
  return message
}

function anyValue(value: AttributeValue): ProtobufMessage {
  const message = new ProtobufMessage()
  if (typeof value === 'string') return message.string(1, value)
  if (typeof value === 'boolean') return message.varint(2, value ? 1 : 0)
  if ('int' in value) return message.varint(3, value.int)
  if ('double' in value) return message.double(4, value.double)
  const values = new ProtobufMessage()
  for (const one of value) values.message(1, anyValue(one))
  return message.message(5, values)
}

const fromHex = (digits: string) => Uint8Array.from(Buffer.from(digits, 'hex'))
