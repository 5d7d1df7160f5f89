import type { Engine } from '../engine/engine.ts'

/** An event of a run, as the engine tells it. */
export type RunEvent = Awaited<ReturnType<Engine['readRun']>>[number]
