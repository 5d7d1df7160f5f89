import type { RunEvent } from '../planning/run-event.ts'
import type { RunSummary } from '../planning/run-summary.ts'

/**
 * Keeps runs as append-only logs of events. What `append` has resolved for survives a crash of this process and of the
 * machine. One process writes at a time, any number read.
 */
export interface RunStore {
  /** An event that is there already (the same run and number) is left as it is. Throws `io`. */
  append(runId: string, events: readonly RunEvent[]): Promise<void>
  /** All events of a run in order; undefined for a run that isn't here. Throws `invalid-input` for what names no run. */
  read(runId: string): Promise<readonly RunEvent[] | undefined>
  /** Newest first. */
  list(limit: number): Promise<readonly RunSummary[]>
}
