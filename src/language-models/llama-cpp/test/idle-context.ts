import type { NativeContext, NativeSampler } from '../native-library.ts'

/** A context that takes everything and computes nothing. */
export const idleContext: NativeContext = {
  initBatch: () => {},
  addToBatch: () => new Uint32Array(),
  decodeBatch: async () => {},
  disposeSequence: () => {},
  removeTokenCellsFromSequence: () => true,
  setThreads: () => {},
  sampleToken: () => Promise.reject(new Error('nothing is computed here')),
}

export const idleSampler: NativeSampler = { applyConfig: () => {}, dispose: () => {} }
