import fc from 'fast-check'
import type { Span } from '../span.ts'

const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`)).filter((id) => /[^0]/.test(id))
/** Whole microseconds, which is what a span keeps. */
const time = fc.integer({ min: 0, max: 2 ** 51 }).map((microseconds) => microseconds / 1000)
/** Any text that can be written in UTF-8. */
const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const value = fc.oneof(
  text,
  fc.boolean(),
  fc.array(text, { maxLength: 3 }),
  fc.maxSafeInteger().map((int) => ({ int: int + 0 })),
  fc.double({ noNaN: true }).map((double) => ({ double: double + 0 })),
)
const attributes = fc.dictionary(text, value, { maxKeys: 4, noNullPrototype: true })
const status: fc.Arbitrary<Span['status']> = fc.oneof(
  fc.constantFrom({ code: 'unset' as const }, { code: 'ok' as const }),
  text.map((message) => ({ code: 'error' as const, message })),
)

/** Whatever a span of one trace can be. */
export const anySpan = (traceId: string): fc.Arbitrary<Span> =>
  fc
    .record({
      spanId: hex(16),
      parentSpanId: fc.option(hex(16), { nil: undefined }),
      name: text,
      startMs: time,
      durationMs: fc.integer({ min: 0, max: 1e9 }),
      attributes,
      events: fc.array(fc.record({ name: text, timeMs: time, attributes }), { maxLength: 2 }),
      status,
    })
    .map(({ durationMs, startMs, ...rest }) => {
      const endMs = Math.round(startMs * 1000 + durationMs) / 1000
      return { ...rest, traceId, startMs, endMs }
    })
