import { z } from 'zod'

/** A constraint that a plan breaks. */
export const violationSchema = z.object({
  /** The constraint's name: a fact's predicate, or the rule of the domain ("travel-time", "every-city-once"). */
  constraint: z.string(),
  /** In plain words, with the names and times at stake: "Ana is busy on Monday from 9:00 to 10:00". */
  words: z.string(),
  /** Index into the facts that were checked, where one fact states the constraint. */
  factIndex: z.int().min(0).optional(),
})
export type Violation = z.infer<typeof violationSchema>

export const verdictSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('valid'), metrics: z.record(z.string(), z.number()) }),
  z.object({ status: z.literal('invalid'), violations: z.array(violationSchema).min(1) }),
  z.object({ status: z.literal('unknown'), why: z.string() }),
])
export type Verdict = z.infer<typeof verdictSchema>
