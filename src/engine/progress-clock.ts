import type { Clock } from '../base/clock.ts'

/** Tells how long the rest of an evaluation will take. */
export interface ProgressClock {
  /** To be called at each answer; null until there is one that did not wait for a model to start. */
  leftMs(isCold: boolean): number | null
}

/** Goes by the mean time from answer to answer; starting a model takes as long as dozens of them, and is left out. */
export function createProgressClock(todo: number, clock: Clock): ProgressClock {
  let [done, warm, warmMs] = [0, 0, 0]
  let lastMs = clock.monotonicMs()
  return {
    leftMs(isCold) {
      const nowMs = clock.monotonicMs()
      done++
      if (!isCold) {
        warm++
        warmMs += nowMs - lastMs
      }
      lastMs = nowMs
      return warm === 0 ? null : (warmMs / warm) * (todo - done)
    },
  }
}
