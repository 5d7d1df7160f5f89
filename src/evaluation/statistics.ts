/** A share with its 95% interval, all from 0 to 1. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** 97.5% of a normal distribution lies below it. */
const z = 1.959964

/** A share with its Wilson score interval, which holds for few samples and for shares near 0 and 1. */
export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 }
  const share = count / of
  const centre = share + (z * z) / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  const low = count === 0 ? 0 : (centre - spread) / scale
  const high = count === of ? 1 : (centre + spread) / scale
  return { count, of, share, low, high }
}

/** The smallest value that at least `fraction` of the values do not exceed; null without values. */
export function percentile(values: readonly number[], fraction: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(fraction * sorted.length))
  return sorted[rank - 1] ?? null
}

export interface Latencies {
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly max: number | null
}

export function latencies(values: readonly number[]): Latencies {
  return {
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    p99: percentile(values, 0.99),
    max: percentile(values, 1),
  }
}
