import type { RunEvent } from '../../planning/run-event.ts'

export const isOver = (events: readonly RunEvent[]): boolean => events.at(-1)?.type === 'run-end'

/** The end of a run that its process did not live to see. */
export function stoppedInTheMiddle(last: RunEvent, now: number): RunEvent {
  return {
    seq: last.seq + 1,
    time: now,
    type: 'run-end',
    status: 'failed',
    errorCode: 'engine-stopped',
    reason: 'Planwright stopped in the middle of this run.',
    timings: { formalizeMs: 0, solveMs: 0, validateMs: 0, totalMs: 0 },
    usage: { promptTokens: 0, completionTokens: 0 },
  }
}
