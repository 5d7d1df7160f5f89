import type { TraceSpan } from '../../../src/api/trace-span.ts'

/** A span of which only what matters is said. */
export function spanNamed(spanId: string, more: Partial<TraceSpan> = {}): TraceSpan {
  return {
    traceId: 'trace',
    spanId,
    parentSpanId: undefined,
    name: spanId,
    startMs: 0,
    endMs: 0,
    attributes: {},
    events: [],
    status: { code: 'unset' },
    ...more,
  }
}
