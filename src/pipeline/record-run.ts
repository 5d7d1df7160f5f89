import type { Clock } from '../base/clock.ts'
import { isPlanwrightError, toPlainError } from '../base/planwright-error.ts'
import type { RunEvent, RunStatus, Timings, UndatedRunEvent, Usage } from '../planning/run-event.ts'
import type { RunOutcome } from './draft.ts'

/** What a run has taken so far. */
export interface RunProgress {
  readonly timings: Timings
  readonly usage: Usage
}

export type RunSteps = (progress: RunProgress) => AsyncGenerator<UndatedRunEvent, RunOutcome>

/** Numbers and dates the steps of a run and ends them in `run-end`, whatever happens: failures are outcomes, too. */
export async function* recordRun(steps: RunSteps, clock: Clock, signal: AbortSignal): AsyncGenerator<RunEvent> {
  const startedMs = clock.monotonicMs()
  const progress: RunProgress = {
    timings: { formalizeMs: 0, solveMs: 0, validateMs: 0, totalMs: 0 },
    usage: { promptTokens: 0, completionTokens: 0 },
  }
  let seq = 0
  const date = datesOf(clock)
  const dated = (event: UndatedRunEvent): RunEvent => ({ seq: seq++, time: date(), ...event })
  let end: { status: RunStatus; reason?: string; errorCode?: string }
  try {
    const running = steps(progress)
    let step = await running.next()
    while (!step.done) {
      yield dated(step.value)
      step = await running.next()
    }
    end = step.value
  } catch (error) {
    end = signal.aborted ? { status: 'cancelled' } : { status: 'failed', ...failureOf(error) }
  }
  const timings = { ...progress.timings, totalMs: clock.monotonicMs() - startedMs }
  yield dated({ type: 'run-end', ...end, timings, usage: progress.usage })
}

/** The first date is the clock's own; those after it never go back, and tell steps of less than a millisecond apart. */
function datesOf(clock: Clock): () => number {
  let first: { time: number; monotonicMs: number } | undefined
  return () => {
    const monotonicMs = clock.monotonicMs()
    first ??= { time: clock.now(), monotonicMs }
    return first.time + Math.round((monotonicMs - first.monotonicMs) * 1000) / 1000
  }
}

function failureOf(error: unknown): { reason: string; errorCode: string } {
  const { code, message, wayOut } = toPlainError(error)
  const known = isPlanwrightError(error) ? message : `Something broke inside Planwright: ${message}`
  return { reason: wayOut === undefined ? known : `${known} ${wayOut}`, errorCode: code }
}
