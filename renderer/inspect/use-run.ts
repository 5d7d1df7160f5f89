import { useEffect, useState } from 'react'
import type { RunEvent } from '../../src/planning/run-event.ts'
import { useEngine } from '../connection/engine-context.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView, type RunView } from '../run/run-view.ts'
import { watchRun } from '../run/watch-run.ts'

export interface WatchedRun {
  /** `missing`: the engine knows no such run, or no more of it. */
  readonly state: 'reading' | 'running' | 'ended' | 'missing'
  readonly run: RunView
  readonly start: Extract<RunEvent, { type: 'run-start' }> | undefined
}

const nothingYet: WatchedRun = { state: 'reading', run: emptyRunView, start: undefined }
/** Tokens come faster than eyes can follow. */
const drawAfterMs = 16

/** A run as it is, and as it goes on; nothing is asked for where no run is named. */
export function useRun(runId: string | undefined): WatchedRun {
  const { connection } = useEngine()
  const [watched, setWatched] = useState(nothingYet)
  useEffect(() => {
    setWatched(nothingYet)
    if (runId === undefined) return
    const leaving = new AbortController()
    let latest = nothingYet
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = (next: WatchedRun) => {
      latest = next
      timer ??= setTimeout(() => {
        timer = undefined
        if (!leaving.signal.aborted) setWatched(latest)
      }, drawAfterMs)
    }
    const onEvent = (event: RunEvent) => {
      const run = reduceRun(latest.run, event)
      draw({ state: 'running', run, start: event.type === 'run-start' ? event : latest.start })
    }
    void watchRun({ connection, runId, onEvent, signal: leaving.signal }).then((how) =>
      draw({ ...latest, state: how === 'ended' ? 'ended' : 'missing' }),
    )
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [connection, runId])
  return watched
}
