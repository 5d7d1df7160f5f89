/** Every way a broken contract or the outside world can fail us. Expected outcomes are values, never these. */
export type ErrorCode =
  | 'invalid-input'
  | 'unsupported'
  | 'not-found'
  | 'io'
  | 'model-load'
  | 'engine-stopped'
  | 'cancelled'
  | 'internal'

/** The plain form that crosses a process or a socket. */
export interface PlainError {
  readonly marker: 'planwright-error'
  readonly code: ErrorCode
  /** What happened, in one sentence a user can read. */
  readonly message: string
  /** What the user can do about it, where there is something. */
  readonly wayOut?: string
}

export class PlanwrightError extends Error {
  readonly marker = 'planwright-error'
  readonly code: ErrorCode
  readonly wayOut: string | undefined

  constructor(named: { code: ErrorCode; message: string; wayOut?: string; cause?: unknown }) {
    super(named.message, named.cause === undefined ? undefined : { cause: named.cause })
    this.name = 'PlanwrightError'
    this.code = named.code
    this.wayOut = named.wayOut
  }
}

/** Recognises our errors by their marker: class identity does not survive a process boundary. */
export function isPlanwrightError(value: unknown): value is PlanwrightError {
  return typeof value === 'object' && value !== null && 'marker' in value && value.marker === 'planwright-error'
}

export function toPlainError(error: unknown): PlainError {
  if (isPlanwrightError(error)) {
    const { code, message, wayOut } = error
    return { marker: 'planwright-error', code, message, ...(wayOut === undefined ? {} : { wayOut }) }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { marker: 'planwright-error', code: 'internal', message }
}

export function fromPlainError(plain: PlainError): PlanwrightError {
  const { code, message, wayOut } = plain
  return new PlanwrightError({ code, message, ...(wayOut === undefined ? {} : { wayOut }) })
}
