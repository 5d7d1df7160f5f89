import { useCallback, useEffect, useState } from 'react'
import type { ProgramDiagnostic } from '../../src/planning/program-diagnostic.ts'
import type { Drift } from '../../src/planning/run-drift.ts'
import type { RunEdit } from '../../src/planning/run-edit.ts'
import { useEngine } from '../connection/engine-context.ts'
import { navigate } from '../frame/use-route.ts'

export interface Rerun {
  /** Starts the child run and opens it; resolves with false where it was refused. */
  readonly run: (edit: RunEdit) => Promise<boolean>
  readonly isStarting: boolean
  /** Why the last one was not run. */
  readonly refusal: string | undefined
}

/** Runs a run again from an edited hop. */
export function useRerun(runId: string): Rerun {
  const { connection } = useEngine()
  const [isStarting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const run = useCallback(
    async (edit: RunEdit) => {
      setStarting(true)
      setRefusal(undefined)
      try {
        const { client } = await connection.link()
        const outcome = await client.runs.rerun({ runId, edit })
        if (outcome.status === 'started') {
          navigate('run', outcome.runId)
          return true
        }
        setRefusal(outcome.diagnostics.map(({ message }) => message).join(' '))
      } catch (error) {
        setRefusal(error instanceof Error ? error.message : String(error))
      } finally {
        setStarting(false)
      }
      return false
    },
    [connection, runId],
  )
  return { run, isStarting, refusal }
}

/** Asked a moment after the last change. */
const askAfterMs = 250

/** What is wrong or doubtful in facts that are being edited; nothing where they are as they were. */
export function useFactCheck(runId: string, program: string | undefined): readonly ProgramDiagnostic[] {
  const { connection } = useEngine()
  const [problems, setProblems] = useState<readonly ProgramDiagnostic[]>(none)
  useEffect(() => {
    if (program === undefined) {
      setProblems(none)
      return
    }
    let isCurrent = true
    const timer = setTimeout(() => {
      const asked = connection.link().then(({ client }) => client.runs.checkFacts({ runId, program }))
      asked.then(
        (found) => isCurrent && setProblems(found),
        () => isCurrent && setProblems(none),
      )
    }, askAfterMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [connection, runId, program])
  return problems
}

const none: readonly ProgramDiagnostic[] = []

export interface RunAgain {
  /** Looks for drift; runs at once where there is none. */
  readonly ask: () => void
  /** What has changed, for the person to decide. */
  readonly drift: readonly Drift[]
  readonly isAsking: boolean
  readonly leave: () => void
}

/** "Run exactly again": first what has changed since, then the run. */
export function useRunAgain(runId: string, rerun: Rerun): RunAgain {
  const { connection } = useEngine()
  const [drift, setDrift] = useState<readonly Drift[]>([])
  const [isAsking, setAsking] = useState(false)
  const { run } = rerun
  const ask = useCallback(() => {
    setAsking(true)
    const asked = connection.link().then(({ client }) => client.runs.drift({ runId }))
    void asked
      // What can't be compared is no reason not to run: the refusal, if there is one, says more.
      .catch(() => [])
      .then((found) => {
        setAsking(false)
        if (found.length === 0) void run({ hop: 'none' })
        else setDrift(found)
      })
  }, [connection, run, runId])
  return { ask, drift, isAsking, leave: () => setDrift([]) }
}
