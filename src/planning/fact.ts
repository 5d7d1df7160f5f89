import { z } from 'zod'
import { spanSchema } from './span.ts'

/** A name or day (string), a number in the unit of its argument kind, or nothing (an optional argument left out). */
export const factArgumentSchema = z.union([z.string(), z.number(), z.null()])
export type FactArgument = z.infer<typeof factArgumentSchema>

/** One typed statement of the problem, for example `busy('Ana', 'Monday', 540, 600)`. */
export const factSchema = z.object({
  predicate: z.string(),
  args: z.array(factArgumentSchema),
})
export type Fact = z.infer<typeof factSchema>

/** A fact with the words it came from. */
export const formalizedFactSchema = z.object({
  fact: factSchema,
  /** The segment's own words. */
  span: spanSchema,
  /** For each argument the words that gave it; null where it is absent. */
  argSpans: z.array(spanSchema.nullable()),
  /** Probability that the model gave to the fact's tokens, 0..1; 1 for a fact written by a person. */
  confidence: z.number().min(0).max(1),
  /**
   * A person wrote it or changed it. One that was changed keeps the segment of the fact it stands for and the words of the
   * arguments that are still the same; one that is new has a span of no length.
   */
  edited: z.literal(true).optional(),
})
export type FormalizedFact = z.infer<typeof formalizedFactSchema>
