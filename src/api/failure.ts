import { z } from 'zod'

/** What went wrong and what to do about it, as a value: what a long piece of work ends with. */
export const failureSchema = z.object({
  /** One of the closed codes of `PlanwrightError`. */
  code: z.string(),
  message: z.string(),
  wayOut: z.string().optional(),
})
export type Failure = z.infer<typeof failureSchema>
