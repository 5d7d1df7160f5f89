import type { Substitution } from '../../planning/term.ts'
import type { SolveOutcome } from '../prolog-engine.ts'
import type { QueryInput } from './run-query.ts'

/** To a worker: one query. It answers with messages of the same `id`. */
export interface QueryMessage {
  readonly type: 'query'
  readonly id: number
  readonly input: QueryInput
  /** One 32-bit integer on shared memory: anything but 0 cancels. The inference loop never returns to the event loop. */
  readonly cancelled: SharedArrayBuffer
}

export type WorkerMessage =
  /** The worker has taken the query up: its time begins. */
  | { readonly type: 'started'; readonly id: number }
  | { readonly type: 'consulted'; readonly id: number; readonly consultMs: number }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Substitution }
  | { readonly type: 'outcome'; readonly id: number; readonly outcome: SolveOutcome }
