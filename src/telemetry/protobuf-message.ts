const utf8 = new TextEncoder()
const varintType = 0
const fixed64Type = 1
const lengthType = 2

/** A protobuf message while it is written: its fields, by number, in the order in which they were added. */
export class ProtobufMessage {
  readonly #parts: Uint8Array[] = []
  #length = 0

  /** `int64` and enums; negative numbers as their two's complement. */
  varint(field: number, value: number | bigint): this {
    return this.#add(varint((field << 3) | varintType), varint(value))
  }

  /** An unsigned whole number of eight bytes. */
  fixed64(field: number, value: bigint): this {
    const bytes = new Uint8Array(8)
    new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value), true)
    return this.#add(varint((field << 3) | fixed64Type), bytes)
  }

  double(field: number, value: number): this {
    const bytes = new Uint8Array(8)
    new DataView(bytes.buffer).setFloat64(0, value, true)
    return this.#add(varint((field << 3) | fixed64Type), bytes)
  }

  bytes(field: number, value: Uint8Array): this {
    return this.#add(varint((field << 3) | lengthType), varint(value.length), value)
  }

  string(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value))
  }

  message(field: number, value: ProtobufMessage): this {
    this.#add(varint((field << 3) | lengthType), varint(value.#length))
    for (const part of value.#parts) this.#add(part)
    return this
  }

  finish(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#length)
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  #add(...parts: Uint8Array[]): this {
    for (const part of parts) {
      this.#parts.push(part)
      this.#length += part.length
    }
    return this
  }
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Uint8Array.from(bytes)
}
