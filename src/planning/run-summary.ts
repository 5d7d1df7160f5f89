import { z } from 'zod'
import { runStatusSchema } from './run-event.ts'

/** A run in one line. */
export const runSummarySchema = z.object({
  runId: z.string(),
  /** Milliseconds since the epoch. */
  time: z.number(),
  modelId: z.string(),
  domain: z.string(),
  status: runStatusSchema.or(z.literal('running')),
  /** The problem's first words. */
  title: z.string(),
})
export type RunSummary = z.infer<typeof runSummarySchema>
