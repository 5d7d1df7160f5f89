import { z } from 'zod'

/** Line and column from 1; columns in UTF-16 units. */
const positionSchema = z.object({ line: z.int().min(1), column: z.int().min(1) })

/** Something to say about facts that a person wrote, where in their text. */
export const programDiagnosticSchema = z.object({
  /** Only an `error` of reading keeps the facts from being run: others are what lint says of them. */
  severity: z.enum(['error', 'doubt', 'warning']),
  code: z.string(),
  message: z.string(),
  /** End excluded; the whole text where it is about none of its clauses. */
  start: positionSchema,
  end: positionSchema,
})
export type ProgramDiagnostic = z.infer<typeof programDiagnosticSchema>
