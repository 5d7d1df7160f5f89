import type { Failure } from '../../api/failure.ts'
import { toPlainError } from '../../base/planwright-error.ts'

/** An error as a value that may leave the engine. */
export function failureOf(error: unknown): Failure {
  const { code, message, wayOut } = toPlainError(error)
  return { code, message, ...(wayOut === undefined ? {} : { wayOut }) }
}
