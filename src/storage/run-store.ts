import type { RunEvent } from '../planning/run-event.ts'

/** What a list of runs shows without reading them whole. */
export interface StoredRun {
  readonly runId: string
  readonly events: readonly RunEvent[]
}

/** Keeps runs as append-only event logs. What `append` has resolved for survives a crash of this process. */
export interface RunStore {
  append(runId: string, events: readonly RunEvent[]): Promise<void>
  /** All events of a run in order; undefined for a run that isn't here. A torn last line is left out. */
  read(runId: string): Promise<readonly RunEvent[] | undefined>
  /** Newest first. */
  list(limit: number): Promise<string[]>
}
