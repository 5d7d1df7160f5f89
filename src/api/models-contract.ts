import { oc } from '@orpc/contract'
import { z } from 'zod'

/** A language model that can be chosen. */
export const modelEntrySchema = z.object({
  id: z.string(),
  name: z.string(),
  file: z.string(),
  quantization: z.string(),
  parameters: z.number(),
  sizeBytes: z.number(),
  contextTokens: z.number(),
  memoryBytes: z.number(),
  /** It comes with Planwright. */
  shipped: z.boolean(),
  /** Why it can't be loaded, where that is known. */
  problem: z.string().optional(),
})
export type ModelEntry = z.infer<typeof modelEntrySchema>

export const modelsContract = { list: oc.output(z.array(modelEntrySchema)) }
