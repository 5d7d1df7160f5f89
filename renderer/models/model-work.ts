import type { Failure } from '../../src/api/failure.ts'
import type { MeasureProgress } from '../../src/api/model-measurement.ts'
import type { AddEvent, LoadEvent } from '../../src/api/models-contract.ts'
import type { EngineConnection } from '../connection/engine-connection.ts'
import type { EngineClient } from '../connection/engine-link.ts'
import { failureOf } from './failure.ts'
import { isGgufFile, sendModel } from './send-model.ts'
import { modelStrings } from './strings.ts'

const words = modelStrings.refused

/** How far a piece of work is: what it does, and which part of that is done; undefined where nobody can tell. */
export type WorkProgress = (
  | Extract<LoadEvent, { type: 'progress' }>
  | Extract<MeasureProgress, { type: 'composing' | 'loading' | 'problem' }>
  | (Extract<AddEvent, { type: 'progress' }> & { readonly stage?: undefined })
) & { readonly fraction?: number }

/** Something long that is done to a model. */
export interface ModelTask {
  readonly id: number
  readonly kind: 'load' | 'measure' | 'add'
  /** The model's id, or the file's name where it is on its way in. */
  readonly subject: string
  readonly progress: WorkProgress | undefined
  /** Why it ended, where it failed. */
  readonly failure: Failure | undefined
  readonly cancel: () => void
  readonly again: () => void
}

type Doing = (
  client: EngineClient,
  told: { signal: AbortSignal; tell: (progress: WorkProgress) => void },
) => Promise<string>

/** The long work on models. It goes on while another screen is shown. */
export class ModelWork {
  readonly #connection: EngineConnection
  readonly #listeners = new Set<() => void>()
  #tasks: readonly ModelTask[] = []
  #nextId = 1

  constructor(connection: EngineConnection) {
    this.#connection = connection
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): readonly ModelTask[] => this.#tasks

  /** Resolves with the model's id, or undefined where it failed or was cancelled: that stands in the task. */
  load(modelId: string, contextTokens: number | undefined): Promise<string | undefined> {
    return this.#begin({ kind: 'load', subject: modelId }, async (client, { signal, tell }) => {
      const input = { modelId, ...(contextTokens === undefined ? {} : { contextTokens }) }
      for await (const event of await client.models.load(input, { signal })) {
        if (event.type === 'failed') throw event.failure
        if (event.type === 'progress') tell(event)
      }
      return modelId
    })
  }

  measure(modelId: string): Promise<string | undefined> {
    return this.#begin({ kind: 'measure', subject: modelId }, async (client, { signal, tell }) => {
      for await (const event of await client.models.measure({ modelId }, { signal })) {
        if (event.type === 'failed') throw event.failure
        if (event.type !== 'measured') tell(event)
      }
      return modelId
    })
  }

  /** A file of this machine, by its path. */
  addPath(file: string): Promise<string | undefined> {
    const subject = file.split(/[/\\]/).at(-1) ?? file
    return this.#begin({ kind: 'add', subject }, async (client, { signal, tell }) => {
      for await (const event of await client.models.add({ file }, { signal })) {
        if (event.type === 'failed') throw event.failure
        if (event.type === 'progress') tell(event)
        else return event.model.modelId
      }
      throw new Error(words.sending(subject))
    })
  }

  /** A file that the page was given: its path where the desktop tells it, else its bytes. */
  async addFile(file: File): Promise<string | undefined> {
    const shell = window.planwrightShell
    const path = shell?.pathOfFile(file) ?? ''
    if (path !== '') return this.addPath(path)
    return this.#begin({ kind: 'add', subject: file.name }, async (client, { signal, tell }) => {
      if (!(await isGgufFile(file))) throw refusal(words.foreign(file.name), words.foreignWayOut)
      if (shell !== undefined) throw refusal(words.noPath(file.name), words.noPathWayOut)
      const { failure } = await client.models.refusal({ name: file.name, sizeBytes: file.size }, { signal })
      if (failure !== null) throw failure
      const onProgress = (doneBytes: number) => tell({ type: 'progress', doneBytes, totalBytes: file.size })
      return (await sendModel(file, { signal, onProgress })).modelId
    })
  }

  dismiss(id: number): void {
    this.#set(this.#tasks.filter((one) => one.id !== id))
  }

  async #begin(what: Pick<ModelTask, 'kind' | 'subject'>, doing: Doing): Promise<string | undefined> {
    const id = this.#nextId++
    const abort = new AbortController()
    const cancel = () => {
      abort.abort()
      this.dismiss(id)
    }
    const again = () => {
      this.dismiss(id)
      void this.#begin(what, doing)
    }
    // One that failed before makes room for the next try.
    const others = this.#tasks.filter(
      ({ failure, kind, subject }) => failure === undefined || kind !== what.kind || subject !== what.subject,
    )
    this.#set([...others, { id, ...what, progress: undefined, failure: undefined, cancel, again }])
    try {
      const { client } = await this.#connection.link()
      const result = await doing(client, { signal: abort.signal, tell: (progress) => this.#change(id, { progress }) })
      this.dismiss(id)
      return abort.signal.aborted ? undefined : result
    } catch (error) {
      if (!abort.signal.aborted) this.#change(id, { failure: failureOf(error) })
      return undefined
    }
  }

  #change(id: number, changed: Partial<ModelTask>): void {
    this.#set(this.#tasks.map((one) => (one.id === id ? { ...one, ...changed } : one)))
  }

  #set(tasks: readonly ModelTask[]): void {
    this.#tasks = tasks
    for (const listener of this.#listeners) listener()
  }
}

const refusal = (message: string, wayOut: string): Failure => ({ code: 'invalid-input', message, wayOut })

const works = new WeakMap<EngineConnection, ModelWork>()

/** The work over this way to the engine: one, whichever screen is shown. */
export function modelWorkOf(connection: EngineConnection): ModelWork {
  const work = works.get(connection) ?? new ModelWork(connection)
  works.set(connection, work)
  return work
}
