import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import protobuf from 'protobufjs'

const { root } = protobuf.parse(readFileSync(join(import.meta.dirname, 'otlp-traces.proto'), 'utf8'))

const options = { longs: String, bytes: (bytes: Uint8Array) => Buffer.from(bytes).toString('hex'), oneofs: false }

/** The body of a request as protobufjs reads it: ids in hexadecimal, 64-bit numbers as strings. */
export function decodeRequest(body: Uint8Array): Record<string, unknown> {
  const type = root.lookupType('otlp.ExportTraceServiceRequest')
  const { bytes: _, ...rest } = options
  return hexadecimal(type.toObject(type.decode(body), { ...rest, arrays: true }))
}

export function encodeResponse(rejectedSpans: number, errorMessage: string): Uint8Array {
  const type = root.lookupType('otlp.ExportTraceServiceResponse')
  return type.encode(type.fromObject({ partialSuccess: { rejectedSpans, errorMessage } })).finish()
}

function hexadecimal(value: Record<string, unknown>): Record<string, unknown> {
  const change = (one: unknown): unknown => {
    if (one instanceof Uint8Array) return Buffer.from(one).toString('hex')
    if (Array.isArray(one)) return one.map(change)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, change(item)]))
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item)]))
}
