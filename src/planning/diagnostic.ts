import { z } from 'zod'
import { spanSchema } from './span.ts'

/** Something to say about a text: a syntax error, a name nobody introduced, a contradiction, a missing necessity. */
export const diagnosticSchema = z.object({
  /**
   * `error`: facts that cannot all be meant, or that lack something; an answer that rests on them is a draft. `doubt`: may
   * well be meant, but is worth a second look. `warning`: good to know.
   */
  severity: z.enum(['error', 'doubt', 'warning']),
  code: z.string(),
  message: z.string(),
  /** Where in the problem text, where that is known. */
  span: spanSchema.optional(),
  /** The facts at stake, as indices. */
  factIndices: z.array(z.int().min(0)).optional(),
})
export type Diagnostic = z.infer<typeof diagnosticSchema>

/** Whether it is a reason to translate something again. */
export const asksForRepair = ({ severity }: Diagnostic): boolean => severity !== 'warning'
