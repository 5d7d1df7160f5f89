import { z } from 'zod'
import { type Failure, failureSchema } from '../../src/api/failure.ts'

const withFailure = z.object({ data: failureSchema })

/** An error of the engine or of the page as words: what happened, and where there is one the way out. */
export function failureOf(error: unknown): Failure {
  const known = failureSchema.safeParse(error)
  if (known.success) return known.data
  const wrapped = withFailure.safeParse(error)
  if (wrapped.success) return wrapped.data.data
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}
