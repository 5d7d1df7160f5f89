import type { ExportFormat } from '../../src/api/runs-contract.ts'
import type { RunEvent } from '../../src/planning/run-event.ts'
import type { EngineConnection } from '../connection/engine-connection.ts'
import type { EngineLink } from '../connection/engine-link.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView } from '../run/run-view.ts'
import { watchRun } from '../run/watch-run.ts'
import { type Column, isUnderWay } from './column.ts'

export const mostColumns = 3

export interface ProblemToRun {
  readonly text: string
  readonly domain: string
}

/** When to draw what has come: tokens come faster than eyes can follow. */
export type Schedule = (draw: () => void) => void

const soon: Schedule = (draw) => void setTimeout(draw, 16)

/** The models side by side and their runs of the same problem. */
export class Comparison {
  readonly #connection: EngineConnection
  readonly #schedule: Schedule
  readonly #listeners = new Set<() => void>()
  readonly #watching = new Map<number, AbortController>()
  readonly #undrawn = new Map<number, RunEvent[]>()
  #columns: readonly Column[] = []
  #nextKey = 1

  constructor(connection: EngineConnection, schedule: Schedule = soon) {
    this.#connection = connection
    this.#schedule = schedule
    connection.subscribe(this.#followConnection)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): readonly Column[] => this.#columns

  /** What is under way waits while the connection is broken. */
  readonly #followConnection = (): void => {
    const isThere = this.#connection.status === 'connected'
    const [from, to] = isThere ? (['waiting', 'running'] as const) : (['running', 'waiting'] as const)
    this.#set(this.#columns.map((one) => (one.state === from ? { ...one, state: to } : one)))
  }

  add(modelId: string): void {
    if (this.#columns.length >= mostColumns) return
    this.#set([...this.#columns, idleColumn(this.#nextKey++, modelId)])
  }

  remove(key: number): void {
    void this.#stop(key)
    this.#set(this.#columns.filter((one) => one.key !== key))
  }

  choose(key: number, modelId: string): void {
    void this.#stop(key)
    this.#set(this.#columns.map((one) => (one.key === key ? idleColumn(key, modelId) : one)))
  }

  /** Starts the problem with every model; runs under way are cancelled first. */
  run(problem: ProblemToRun): void {
    for (const { key } of this.#columns) void this.#runColumn(key, problem)
  }

  /** The run as a file of another program. Throws where it has no such form, in words for the person who asked. */
  async exportRun(runId: string, format: ExportFormat, startDate: string | undefined): Promise<string> {
    const { client } = await this.#connection.link()
    const { text } = await client.runs.export({ runId, format, ...(startDate === undefined ? {} : { startDate }) })
    return text
  }

  cancel(): void {
    for (const column of this.#columns) if (isUnderWay(column)) void this.#cancelRun(column)
  }

  async #runColumn(key: number, problem: ProblemToRun): Promise<void> {
    await this.#stop(key)
    const column = this.#columns.find((one) => one.key === key)
    if (column === undefined) return
    const watching = new AbortController()
    const { signal } = watching
    this.#watching.set(key, watching)
    this.#change(key, { state: 'starting', run: emptyRunView, runId: undefined, message: undefined })
    let link: EngineLink | undefined
    try {
      link = await this.#connection.link()
      const { client } = link
      const { runId } = await client.runs.start({ ...problem, modelId: column.modelId })
      if (signal.aborted) {
        await client.runs.cancel({ runId })
        return
      }
      this.#change(key, { state: 'running', runId })
      const onEvent = (event: RunEvent) => signal.aborted || this.#take(key, event)
      const state = await watchRun({ connection: this.#connection, runId, signal, onEvent })
      this.#draw(key)
      if (!signal.aborted) this.#change(key, { state })
    } catch (error) {
      if (signal.aborted) return
      const message = error instanceof Error ? error.message : String(error)
      this.#change(key, link?.isClosed === true ? { state: 'lost' } : { state: 'refused', message })
    }
  }

  /** Ends what the column does now, without waiting for its last event. */
  async #stop(key: number): Promise<void> {
    this.#watching.get(key)?.abort()
    this.#watching.delete(key)
    this.#undrawn.delete(key)
    const column = this.#columns.find((one) => one.key === key)
    if (column !== undefined && isUnderWay(column)) await this.#cancelRun(column)
  }

  async #cancelRun({ key, runId }: Column): Promise<void> {
    if (runId === undefined) {
      this.#watching.get(key)?.abort()
      this.#change(key, { state: 'idle' })
      return
    }
    if (this.#connection.status !== 'connected') {
      this.#watching.get(key)?.abort()
      this.#change(key, { state: 'lost' })
      return
    }
    const { client } = await this.#connection.link()
    // Where the engine is gone the run is too.
    await client.runs.cancel({ runId }).catch(() => undefined)
  }

  #take(key: number, event: RunEvent): void {
    const waiting = this.#undrawn.get(key)
    if (waiting !== undefined) {
      waiting.push(event)
      return
    }
    this.#undrawn.set(key, [event])
    this.#schedule(() => this.#draw(key))
  }

  #draw(key: number): void {
    const events = this.#undrawn.get(key)
    const column = this.#columns.find((one) => one.key === key)
    this.#undrawn.delete(key)
    if (events !== undefined && column !== undefined) this.#change(key, { run: events.reduce(reduceRun, column.run) })
  }

  #change(key: number, change: Partial<Column>): void {
    this.#set(this.#columns.map((one) => (one.key === key ? { ...one, ...change } : one)))
  }

  #set(columns: readonly Column[]): void {
    this.#columns = columns
    for (const listener of this.#listeners) listener()
  }
}

function idleColumn(key: number, modelId: string): Column {
  return { key, modelId, state: 'idle', runId: undefined, run: emptyRunView, message: undefined }
}
