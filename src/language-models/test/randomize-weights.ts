import { readFile, writeFile } from 'node:fs/promises'
import type { RandomSource } from '../../base/random.ts'
import { GgufCursor } from '../gguf-cursor.ts'

const float16Type = 1
const alignment = 32

/** Copies a GGUF file with every F16 matrix drawn anew: the same shape and tokenizer, nothing learnt. */
export async function randomizeWeights(from: string, to: string, random: RandomSource): Promise<void> {
  const bytes = await readFile(from)
  const { dataStart, matrices } = findMatrices(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const { offset, values, width } of matrices) {
    const spread = Math.sqrt(3 / width)
    for (let index = 0; index < values; index++) {
      view.setFloat16(dataStart + offset + 2 * index, (2 * random.next() - 1) * spread, true)
    }
  }
  await writeFile(to, bytes)
}

interface Matrix {
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
    if (type === float16Type) matrices.push({ offset, values, width: lengths[0] ?? 1 })
  }
  return { dataStart: Math.ceil(cursor.at / alignment) * alignment, matrices }
}
