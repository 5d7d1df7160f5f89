import { z } from 'zod'
import { type CellOutcome, runCellSchema } from './cell.ts'
import { runRecipeSchema } from './run-recipe.ts'

/** A column of a comparison: a model and how it is used. */
export const variantSchema = z.object({
  name: z.string().min(1).max(120),
  modelId: z.string(),
  recipe: runRecipeSchema,
})
export type Variant = z.infer<typeof variantSchema>

/** `cancelled`: it can be taken up again. */
export const comparisonStateSchema = z.enum(['running', 'paused', 'cancelled', 'done'])
export type ComparisonState = z.infer<typeof comparisonStateSchema>

/** Problems times variants, each pair so many times. */
export const comparisonSchema = z.object({
  comparisonId: z.string(),
  /** Milliseconds since the epoch. */
  time: z.number(),
  name: z.string().min(1).max(200),
  datasetId: z.string(),
  problems: z.int().min(1),
  variants: z.array(variantSchema).min(1).max(24),
  repeats: z.int().min(1).max(100),
  state: comparisonStateSchema,
  isBinned: z.boolean(),
})
export type Comparison = z.infer<typeof comparisonSchema>

/** One run to be made: positions of the problem and the variant, counted from 0. */
export const jobSchema = z.object({
  comparisonId: z.string(),
  problem: z.int().min(0),
  variant: z.int().min(0),
  repeat: z.int().min(0),
})
export type Job = z.infer<typeof jobSchema>

/** A job that was begun; without a cell it was not finished. */
export const startedJobSchema = jobSchema.extend({ runId: z.string(), cell: runCellSchema.optional() })
export type StartedJob = z.infer<typeof startedJobSchema>

/** What of a finished job decides how a matrix is filtered, sorted and summed up. */
export interface JobOutcome {
  readonly problem: number
  readonly variant: number
  readonly repeat: number
  readonly outcome: CellOutcome
  readonly planKey: string
  readonly latencyMs: number
  readonly tokensPerSecond: number
  readonly memoryBytes: number
}
