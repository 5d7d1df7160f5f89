/** The last value of each field of a protobuf message; undefined for bytes that are none. Only what lies at the top. */
export function readProtobufFields(bytes: Uint8Array): ReadonlyMap<number, bigint | Uint8Array> | undefined {
  const fields = new Map<number, bigint | Uint8Array>()
  const at = { bytes, position: 0 }
  while (at.position < bytes.length) {
    const tag = readVarint(at)
    if (tag === undefined) return undefined
    const value = readValue(at, Number(tag & 7n))
    if (value === undefined) return undefined
    fields.set(Number(tag >> 3n), value)
  }
  return fields
}

interface Place {
  readonly bytes: Uint8Array
  position: number
}

function readValue(at: Place, wireType: number): bigint | Uint8Array | undefined {
  if (wireType === 0) return readVarint(at)
  const lengths: Readonly<Record<number, () => number>> = {
    1: () => 8,
    2: () => Number(readVarint(at) ?? -1),
    5: () => 4,
  }
  const length = lengths[wireType]?.() ?? -1
  if (length < 0 || at.position + length > at.bytes.length) return undefined
  at.position += length
  return at.bytes.subarray(at.position - length, at.position)
}

function readVarint(at: Place): bigint | undefined {
  let value = 0n
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = at.bytes[at.position]
    if (byte === undefined) return undefined
    at.position += 1
    value |= BigInt(byte & 127) << shift
    if (byte < 128) return value
  }
  return undefined
}
