import { z } from 'zod'

/** One step of a plan: an action and its named arguments; times are `...Min` (after midnight), days `...Day`. */
export const planStepSchema = z.object({
  action: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type PlanStep = z.infer<typeof planStepSchema>

export const planSchema = z.object({ domain: z.string(), steps: z.array(planStepSchema) })
export type Plan = z.infer<typeof planSchema>
