import type { GgufHeader } from './gguf-header.ts'

/** Bytes that a model process takes before any model is in it: Node, the library, its buffers (measured: about 110 MB). */
const processBytes = 110 * 2 ** 20
const bytesPerCacheValue = 2
/** Tokens computed at once; activations of a batch live at the same time. */
const batchTokens = 512

/** Memory that a loaded model will take, in bytes: weights, key-value cache of every sequence, scratch, its process. */
export function estimateMemoryBytes(
  header: GgufHeader,
  context: { readonly contextTokens: number; readonly sequences: number },
): number {
  const cells = context.contextTokens * context.sequences
  const cache = 2 * header.layers * header.keyValueHeads * header.headWidth * bytesPerCacheValue * cells
  const scratch = batchTokens * 4 * (header.vocabulary + header.width * 16)
  return Math.round(header.sizeBytes + cache + scratch + processBytes)
}
