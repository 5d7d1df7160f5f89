import { ORPCError } from '@orpc/server'
import { type ErrorCode, isPlanwrightError } from '../base/planwright-error.ts'

const codes: Partial<Readonly<Record<ErrorCode, string>>> = {
  'invalid-input': 'BAD_REQUEST',
  'not-found': 'NOT_FOUND',
  unsupported: 'NOT_IMPLEMENTED',
}

/** Our errors keep their words on the way to who asked; anything else says no more than that something broke. */
export function spokenError(error: unknown): unknown {
  if (!isPlanwrightError(error)) return error
  const message = error.wayOut === undefined ? error.message : `${error.message} ${error.wayOut}`
  return new ORPCError(codes[error.code] ?? 'INTERNAL_SERVER_ERROR', { message })
}
