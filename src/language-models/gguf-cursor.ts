/** The bytes end inside the header: more of the file has to be read, or the file is cut off. */
export class HeaderCutOff extends Error {}

/** The bytes cannot be a header. */
export class HeaderCorrupt extends Error {}

export type GgufValue = number | boolean | string | { readonly length: number }

const sizes: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 }
const stringType = 8
const arrayType = 9

/** Reads little-endian GGUF values from the first bytes of a file. */
export class GgufCursor {
  readonly #bytes: Buffer
  readonly #fileBytes: number
  at = 0

  constructor(bytes: Buffer, fileBytes: number) {
    this.#bytes = bytes
    this.#fileBytes = fileBytes
  }

  uint32(): number {
    return this.#bytes.readUInt32LE(this.#take(4))
  }

  uint64(): number {
    const value = this.#bytes.readBigUInt64LE(this.#take(8))
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new HeaderCorrupt(`a count of ${value}`)
    return Number(value)
  }

  string(): string {
    const length = this.uint64()
    const start = this.#take(length)
    return this.#bytes.toString('utf8', start, start + length)
  }

  /** A value of the given type; of an array only its length, its items are passed over. */
  value(type: number): GgufValue {
    if (type === stringType) return this.string()
    if (type === arrayType) return this.#array()
    return this.#scalar(type)
  }

  #scalar(type: number): number | boolean {
    const size = sizes[type]
    if (size === undefined) throw new HeaderCorrupt(`a value of type ${type}`)
    const start = this.#take(size)
    switch (type) {
      case 1:
        return this.#bytes.readInt8(start)
      case 5:
        return this.#bytes.readInt32LE(start)
      case 6:
        return this.#bytes.readFloatLE(start)
      case 7:
        return this.#bytes[start] !== 0
      case 10:
        return Number(this.#bytes.readBigUInt64LE(start))
      case 11:
        return Number(this.#bytes.readBigInt64LE(start))
      case 12:
        return this.#bytes.readDoubleLE(start)
      case 3:
        return this.#bytes.readInt16LE(start)
      default:
        return this.#bytes.readUIntLE(start, size)
    }
  }

  #array(): { readonly length: number } {
    const type = this.uint32()
    const length = this.uint64()
    const size = sizes[type]
    if (size !== undefined) this.#take(length * size)
    else if (type === stringType) for (let index = 0; index < length; index++) this.#take(this.uint64())
    else throw new HeaderCorrupt(`an array of type ${type}`)
    return { length }
  }

  #take(length: number): number {
    // A length beyond the whole file is nonsense; one beyond the bytes at hand may only need more of the file.
    if (length > this.#fileBytes) throw new HeaderCorrupt(`a length of ${length} bytes`)
    const start = this.at
    if (start + length > this.#bytes.length) throw new HeaderCutOff()
    this.at += length
    return start
  }
}
