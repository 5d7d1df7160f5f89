/** Time as the engine sees it; tests pass a clock of their own. */
export interface Clock {
  /** Milliseconds since the epoch, for records. */
  now(): number
  /** Milliseconds from an arbitrary origin, never going back, for durations. */
  monotonicMs(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
}
