/** An attribute's value; numbers say whether they are whole, since OTLP writes the two kinds differently. */
export type AttributeValue =
  | string
  | boolean
  | readonly string[]
  | { readonly int: number }
  | { readonly double: number }

export type Attributes = Readonly<Record<string, AttributeValue | undefined>>

export interface SpanEvent {
  readonly name: string
  readonly timeMs: number
  readonly attributes: Attributes
}

/** A stretch of a run's time, as OpenTelemetry has it; times are milliseconds since the epoch. */
export interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  readonly attributes: Attributes
  readonly events: readonly SpanEvent[]
  /** `unset` also where a proof failed: that is an answer, no error. */
  readonly status: { readonly code: 'unset' | 'ok' } | { readonly code: 'error'; readonly message: string }
}
