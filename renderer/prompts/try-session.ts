import type { PromptCase } from '../../src/api/prompts-contract.ts'
import type { EngineConnection } from '../connection/engine-connection.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView } from '../run/run-view.ts'
import { watchRun } from '../run/watch-run.ts'
import { hasEnded, type TryProblem, type TrySide } from './try-cases.ts'

/** Which versions of which template are tried, with which model. */
export interface TryQuestion {
  readonly name: string
  readonly version: number
  readonly against: number
  readonly modelId: string
}

export interface TryRow {
  readonly problem: TryProblem
  readonly known: PromptCase | undefined
  readonly before: TrySide | undefined
  readonly after: TrySide | undefined
}

export interface TryState {
  readonly question: TryQuestion
  readonly rows: readonly TryRow[]
  readonly state: 'running' | 'done' | 'stopped'
  readonly done: number
  readonly all: number
}

interface Task {
  readonly row: number
  readonly side: 'before' | 'after'
  readonly version: number
}

/** Runs problems with a version of a template, one after the other, in the order in which they are given. */
export class TrySession {
  readonly #connection: EngineConnection
  readonly #listeners = new Set<() => void>()
  #state: TryState | undefined
  #abort = new AbortController()

  constructor(connection: EngineConnection) {
    this.#connection = connection
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): TryState | undefined => this.#state

  /** What runs already is stopped. `alsoBefore`: problems without a run of the other version get one, before their own. */
  start(
    question: TryQuestion,
    cases: readonly Pick<TryRow, 'problem' | 'known'>[],
    options: { readonly alsoBefore: boolean },
  ): void {
    this.cancel()
    const abort = new AbortController()
    this.#abort = abort
    const tasks = cases.flatMap(({ known }, row): Task[] => {
      const after: Task = { row, side: 'after', version: question.version }
      const isMissing = known?.before === undefined && question.against !== question.version
      return options.alsoBefore && isMissing ? [{ row, side: 'before', version: question.against }, after] : [after]
    })
    const rows = cases.map((one): TryRow => ({ ...one, before: undefined, after: undefined }))
    this.#set({ question, rows, state: 'running', done: 0, all: tasks.length })
    void this.#run(tasks, abort.signal)
    for (const [row, { known }] of cases.entries()) {
      if (known?.before !== undefined) void this.#read(row, known.before.runId, abort.signal)
    }
  }

  cancel(): void {
    this.#abort.abort()
    const state = this.#state
    if (state?.state !== 'running') return
    const over = (side: TrySide | undefined) => (side !== undefined && hasEnded(side) ? side : undefined)
    const rows = state.rows.map((row) => ({ ...row, before: over(row.before), after: over(row.after) }))
    this.#set({ ...state, rows, state: 'stopped' })
    for (const { after, before } of state.rows) {
      for (const side of [before, after]) {
        if (side?.runId === undefined || hasEnded(side)) continue
        const { runId } = side
        void this.#connection.link().then(({ client }) => client.runs.cancel({ runId }).catch(() => undefined))
      }
    }
  }

  async #run(tasks: readonly Task[], signal: AbortSignal): Promise<void> {
    for (const task of tasks) {
      if (signal.aborted) return
      await this.#runOne(task, signal)
      if (signal.aborted || this.#state === undefined) return
      this.#set({ ...this.#state, done: this.#state.done + 1 })
    }
    if (this.#state !== undefined) this.#set({ ...this.#state, state: 'done' })
  }

  async #runOne(task: Task, signal: AbortSignal): Promise<void> {
    const { row, side, version } = task
    const state = this.#state
    const problem = state?.rows[row]?.problem
    if (state === undefined || problem === undefined) return
    const { modelId, name } = state.question
    this.#change(task, { state: 'starting', runId: undefined, run: emptyRunView }, signal)
    try {
      const { client } = await this.#connection.link()
      signal.throwIfAborted()
      const { domain, text } = problem
      const { runId } = await client.runs.start({ text, domain, modelId, recipe: { prompts: { [name]: version } } })
      if (signal.aborted) {
        await client.runs.cancel({ runId })
        return
      }
      await this.#follow({ row, side, runId, signal })
    } catch {
      this.#change(task, { state: 'refused', runId: undefined, run: emptyRunView }, signal)
    }
  }

  /** Reads a run that is over. */
  async #read(row: number, runId: string, signal: AbortSignal): Promise<void> {
    await this.#follow({ row, side: 'before', runId, signal })
  }

  async #follow(named: { row: number; side: 'before' | 'after'; runId: string; signal: AbortSignal }): Promise<void> {
    const { runId, signal } = named
    let run = emptyRunView
    const tell = (state: TrySide['state']) => this.#change(named, { state, runId, run }, signal)
    tell('running')
    let phase = run.phase
    const end = await watchRun({
      connection: this.#connection,
      runId,
      signal,
      onEvent(event) {
        run = reduceRun(run, event)
        // A table of many runs need not hear of every token.
        if (run.phase !== phase) tell('running')
        phase = run.phase
      },
    })
    tell(end)
  }

  #change({ row, side }: Pick<Task, 'row' | 'side'>, to: TrySide, signal: AbortSignal): void {
    if (signal.aborted || this.#state === undefined) return
    const rows = this.#state.rows.map((one, place) => (place === row ? { ...one, [side]: to } : one))
    this.#set({ ...this.#state, rows })
  }

  #set(state: TryState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const sessions = new WeakMap<EngineConnection, TrySession>()

/** One for the page: it goes on while one looks at something else. */
export function trySessionOf(connection: EngineConnection): TrySession {
  const known = sessions.get(connection) ?? new TrySession(connection)
  sessions.set(connection, known)
  return known
}
