import type { ModelMemory } from '../../src/api/model-details.ts'

/** The same sum for another context window: of its parts only the cache depends on it, token for token. */
export function memoryForContext(memory: ModelMemory, contextTokens: number): ModelMemory {
  const cacheBytes = memory.contextTokens === 0 ? 0 : (memory.cacheBytes / memory.contextTokens) * contextTokens
  const totalBytes = memory.totalBytes - memory.cacheBytes + cacheBytes
  return { ...memory, contextTokens, cacheBytes, totalBytes }
}
