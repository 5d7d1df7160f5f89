import { readFile, writeFile } from 'node:fs/promises'
import type { RandomSource } from '../base/random.ts'
import { GgufCursor } from './gguf-cursor.ts'
import { tensorBytes } from './gguf-types.ts'

const float32Type = 0
const float16Type = 1
const q8Type = 8
/** Of Q8_0: a scale in F16, then so many bytes of one value each. */
const q8Values = 32
const alignment = 32

/**
 * Copies a GGUF file with every matrix drawn anew: the same shape and tokenizer, nothing learnt. For F16 and Q8_0; throws
 * a `RangeError` for matrices stored in another way.
 */
export async function randomizeWeights(from: string, to: string, random: RandomSource): Promise<void> {
  const bytes = await readFile(from)
  const { dataStart, matrices } = findMatrices(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const { offset, type, values, width } of matrices) {
    const spread = Math.sqrt(3 / width)
    const start = dataStart + offset
    if (type === float16Type) {
      for (let index = 0; index < values; index++) {
        view.setFloat16(start + 2 * index, (2 * random.next() - 1) * spread, true)
      }
    } else drawQ8(view, { start, end: start + (tensorBytes(q8Type, values) ?? 0), spread }, random)
  }
  await writeFile(to, bytes)
}

function drawQ8(view: DataView, tensor: { start: number; end: number; spread: number }, random: RandomSource): void {
  for (let block = tensor.start; block < tensor.end; block += q8Values + 2) {
    view.setFloat16(block, tensor.spread / 127, true)
    for (let index = 0; index < q8Values; index++) view.setInt8(block + 2 + index, random.integer(-127, 127))
  }
}

interface Matrix {
  readonly type: typeof float16Type | typeof q8Type
  /** From the start of the data. */
  readonly offset: number
  readonly values: number
  /** Of a row. */
  readonly width: number
}

function findMatrices(bytes: Buffer): { dataStart: number; matrices: Matrix[] } {
  const cursor = new GgufCursor(bytes, bytes.length)
  cursor.uint32()
  cursor.uint32()
  const tensorCount = cursor.uint64()
  const keyCount = cursor.uint64()
  for (let index = 0; index < keyCount; index++) {
    cursor.string()
    cursor.value(cursor.uint32())
  }
  const matrices: Matrix[] = []
  for (let index = 0; index < tensorCount; index++) {
    cursor.string()
    const lengths = Array.from({ length: cursor.uint32() }, () => cursor.uint64())
    const type = cursor.uint32()
    const offset = cursor.uint64()
    const values = lengths.reduce((product, length) => product * length, 1)
    if (type === float16Type || type === q8Type) matrices.push({ type, offset, values, width: lengths[0] ?? 1 })
    else if (type !== float32Type) throw new RangeError(`matrices of type ${type} can't be drawn anew`)
  }
  return { dataStart: Math.ceil(cursor.at / alignment) * alignment, matrices }
}
