import type { Clock } from '../base/clock.ts'
import { toPlainError } from '../base/planwright-error.ts'
import type { RunEvent } from '../planning/run-event.ts'

/** The only event of a run whose model could not be had. */
export function failedToStart(
  error: unknown,
  { cancelled, clock, startedMs }: { cancelled: boolean; clock: Clock; startedMs: number },
): RunEvent {
  const { code, message, wayOut } = toPlainError(error)
  const totalMs = clock.monotonicMs() - startedMs
  return {
    seq: 0,
    time: clock.now(),
    type: 'run-end',
    ...(cancelled
      ? { status: 'cancelled' as const }
      : {
          status: 'failed' as const,
          errorCode: code,
          reason: wayOut === undefined ? message : `${message} ${wayOut}`,
        }),
    timings: { formalizeMs: 0, solveMs: 0, validateMs: 0, totalMs },
    usage: { promptTokens: 0, completionTokens: 0 },
  }
}
