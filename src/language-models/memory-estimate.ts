import type { GgufHeader } from './gguf-header.ts'

/** Bytes that a model process takes before any model is in it: Node, the library, its buffers (measured: about 110 MB). */
const processBytes = 110 * 2 ** 20
const bytesPerCacheValue = 2
/** Tokens computed at once; activations of a batch live at the same time. */
const batchTokens = 512

/** What a loaded model's memory is made of, in bytes. */
export interface MemorySum {
  readonly weightsBytes: number
  /** Keys and values of every token that fits into the window, for each of the requests side by side. */
  readonly cacheBytes: number
  /** What is computed with, for one batch of tokens. */
  readonly buffersBytes: number
  /** Its process before any model is in it. */
  readonly processBytes: number
}

/** The window of one request, and how many requests are computed side by side. */
export interface MemoryContext {
  readonly contextTokens: number
  readonly sequences: number
}

/** Estimates the parts of the memory that a loaded model will take. */
export function estimateMemory(header: GgufHeader, context: MemoryContext): MemorySum {
  const cells = context.contextTokens * context.sequences
  return {
    weightsBytes: header.sizeBytes,
    cacheBytes: 2 * header.layers * header.keyValueHeads * header.headWidth * bytesPerCacheValue * cells,
    buffersBytes: batchTokens * 4 * (header.vocabulary + header.width * 16),
    processBytes,
  }
}

/** The parts together. */
export function estimateMemoryBytes(header: GgufHeader, context: MemoryContext): number {
  const { buffersBytes, cacheBytes, processBytes: ofProcess, weightsBytes } = estimateMemory(header, context)
  return Math.round(weightsBytes + cacheBytes + buffersBytes + ofProcess)
}
