import { z } from 'zod'

/** An attribute's value; numbers say whether they count or measure, since OpenTelemetry keeps the two apart. */
const attributeValueSchema = z.union([
  z.string(),
  z.boolean(),
  z.array(z.string()).readonly(),
  z.object({ int: z.number() }).readonly(),
  z
    .object({
      double: z
        .number()
        .or(z.nan())
        .or(z.literal([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])),
    })
    .readonly(),
])
export type SpanAttributeValue = z.infer<typeof attributeValueSchema>

const attributesSchema = z.record(z.string(), attributeValueSchema.optional()).readonly()

/** A stretch of a trace, as OpenTelemetry has it; times are milliseconds since the epoch. */
export const traceSpanSchema = z
  .object({
    traceId: z.string(),
    spanId: z.string(),
    /** Absent for the root; it may name a span that is not there. */
    parentSpanId: z.string().or(z.undefined()),
    name: z.string(),
    startMs: z.number(),
    endMs: z.number(),
    attributes: attributesSchema,
    events: z
      .array(z.object({ name: z.string(), timeMs: z.number(), attributes: attributesSchema }).readonly())
      .readonly(),
    /** `unset` also where a proof failed: that is an answer, no error. */
    status: z.union([
      z.object({ code: z.enum(['unset', 'ok']) }).readonly(),
      z.object({ code: z.literal('error'), message: z.string() }).readonly(),
    ]),
  })
  .readonly()
export type TraceSpan = z.infer<typeof traceSpanSchema>

/**
 * Spans that the engine itself has made or read: of their thousands only the first is looked at once more on their way out,
 * since a person waits for them.
 */
export const traceSpansSchema = z.custom<readonly TraceSpan[]>(
  (spans) => Array.isArray(spans) && (spans.length === 0 || traceSpanSchema.safeParse(spans[0]).success),
)
