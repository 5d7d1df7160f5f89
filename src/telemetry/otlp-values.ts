export interface TraceSource {
  /** Of Planwright. */
  readonly version: string
  /** Where a viewer puts the trace. */
  readonly project: string
}

/** All of it happens in one process. */
export const kindInternal = 1
export const statusCodes = { unset: 0, ok: 1, error: 2 } as const

/** More digits than a number holds: microseconds as a whole number, then three zeros. */
export const nanoseconds = (milliseconds: number): bigint => BigInt(Math.round(milliseconds * 1000)) * 1000n

/** The part of a nanosecond that milliseconds since the epoch can't hold is lost. */
export const milliseconds = (nanos: bigint): number => Number(nanos / 1_000_000n) + Number(nanos % 1_000_000n) / 1e6
