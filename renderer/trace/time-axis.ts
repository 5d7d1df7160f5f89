/** A mark on the axis of time. */
export interface Tick {
  readonly ms: number
  /** Where, as a share of the whole. */
  readonly left: number
}

const mostTicks = 5

/** Round times from 0 on, at most six. */
export function timeTicks(durationMs: number): Tick[] {
  if (!(durationMs > 0) || !Number.isFinite(durationMs)) return []
  const rough = durationMs / mostTicks
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough * 0.999) ?? rough
  const count = Math.floor(durationMs / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => ({ ms: index * step, left: (index * step) / durationMs }))
}
