import { z } from 'zod'
import { spanSchema } from './span.ts'

/** Something to say about a text: a syntax error, a name nobody introduced, a contradiction, a missing necessity. */
export const diagnosticSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  /** Where in the problem text, where that is known. */
  span: spanSchema.optional(),
  /** The facts at stake, as indices. */
  factIndices: z.array(z.int().min(0)).optional(),
})
export type Diagnostic = z.infer<typeof diagnosticSchema>
