import { z } from 'zod'

/**
 * What became of a problem, at a glance. `right` and `wrong-facts` are by the dataset's own constraints; a plan that keeps the
 * model's facts, of a problem that nobody has stated formally, is `consistent`.
 */
export const cellOutcomeSchema = z.enum([
  'right',
  'consistent',
  'wrong-facts',
  'no-solution',
  'limit-reached',
  'rejected',
  'draft',
  'unknown-predicate',
  'malformed',
  'not-a-problem',
  'failed',
  'cancelled',
])
export type CellOutcome = z.infer<typeof cellOutcomeSchema>

/** A run as a cell of a matrix shows it. */
export const runCellSchema = z.object({
  runId: z.string(),
  outcome: cellOutcomeSchema,
  /** The plan in one line, or why there is none. */
  line: z.string().max(400),
  /** The same for equal plans; empty where there is none. */
  planKey: z.string(),
  latencyMs: z.number(),
  tokens: z.int(),
  tokensPerSecond: z.number(),
  /** Resident memory of the model's process after the run, in bytes; 0 where it has none. */
  memoryBytes: z.number(),
})
export type RunCell = z.infer<typeof runCellSchema>

/** Outcomes that nobody has to look into. */
export const isGoodOutcome = (outcome: CellOutcome): boolean => outcome === 'right' || outcome === 'consistent'
