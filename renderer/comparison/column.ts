import type { RunView } from '../run/run-view.ts'

/** `waiting`: under way when the connection broke; it goes on with the next one. `refused`: the engine would not start it. `lost`: the engine went away in the middle and does not know the run's end. */
export type ColumnState = 'idle' | 'starting' | 'running' | 'waiting' | 'ended' | 'lost' | 'refused'

/** One model and its latest run. */
export interface Column {
  readonly key: number
  readonly modelId: string
  readonly state: ColumnState
  readonly runId: string | undefined
  readonly run: RunView
  /** Why it was refused. */
  readonly message: string | undefined
}

export function isUnderWay({ state }: Column): boolean {
  return state === 'starting' || state === 'running' || state === 'waiting'
}
