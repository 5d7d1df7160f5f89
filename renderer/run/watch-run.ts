import type { RunEvent } from '../../src/planning/run-event.ts'
import type { EngineConnection } from '../connection/engine-connection.ts'

export interface WatchRequest {
  readonly connection: EngineConnection
  readonly runId: string
  readonly onEvent: (event: RunEvent) => void
  readonly signal: AbortSignal
}

/**
 * Follows a run to its end, over as many connections as it takes: each goes on where the last one broke off. `lost`: the
 * engine was started anew and does not know how the run ended.
 */
export async function watchRun({ connection, onEvent, runId, signal }: WatchRequest): Promise<'ended' | 'lost'> {
  let afterSeq = -1
  while (!signal.aborted) {
    const link = await connection.link()
    try {
      for await (const event of await link.client.runs.watch({ runId, afterSeq }, { signal })) {
        afterSeq = event.seq
        onEvent(event)
        if (event.type === 'run-end') return 'ended'
      }
      if (!link.isClosed) return 'lost'
    } catch {
      if (!link.isClosed) return 'lost'
    }
  }
  return 'lost'
}
