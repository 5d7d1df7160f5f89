import { fromPlainError } from '../base/planwright-error.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { LoadOptions, LoadProgress, ModelHost } from '../language-models/contract/model-host.ts'

/** A model that is loaded or on its way. */
interface Loading extends Pick<ModelFile, 'id' | 'file'> {
  readonly model: Promise<LanguageModel>
  readonly abort: AbortController
  readonly listeners: Set<(progress: LoadProgress) => void>
  /** How many wait for it: the load is given up when nobody does any more. */
  waiting: number
  /** Once it is loaded: the model, and when that was. */
  loaded?: { readonly model: LanguageModel; readonly sinceMs: number }
}

/** A model's file, how the catalogue calls it, and what the file must have where we know. */
export interface ModelFile {
  readonly id: string
  readonly file: string
  readonly expectedSha256?: string
}

/** A model that is in memory. */
export interface LoadedModel extends Pick<ModelFile, 'id' | 'file'> {
  readonly model: LanguageModel
  /** Milliseconds since the epoch. */
  readonly sinceMs: number
}

export interface LoadWishes {
  readonly onProgress?: (progress: LoadProgress) => void
  /** The window of one request; a model that is loaded with another is loaded anew. Any will do where absent. */
  readonly contextTokens?: number
}

/** Loads each model once, however many ask for it at the same time; until it is let go of. */
export class LoadedModels {
  readonly #host: ModelHost
  readonly #options: LoadOptions
  readonly #watched: { readonly now: () => number; readonly onChange: () => void }
  readonly #models = new Map<string, Loading>()

  /** `onChange` is told when another model is in memory, or one less. */
  constructor(host: ModelHost, options: LoadOptions, watched: { now: () => number; onChange: () => void }) {
    this.#host = host
    this.#options = options
    this.#watched = watched
  }

  /** Throws what kept it from being loaded, and the signal's reason once that is aborted; others wait on. */
  async get(wanted: ModelFile, signal: AbortSignal, wishes: LoadWishes = {}): Promise<LanguageModel> {
    signal.throwIfAborted()
    const { contextTokens, onProgress } = wishes
    const known = this.#models.get(wanted.file)
    const fits = contextTokens === undefined || (known?.loaded?.model.contextTokens ?? contextTokens) === contextTokens
    if (!fits) await this.discard(wanted.file)
    const loading = (fits ? known : undefined) ?? this.#load(wanted, contextTokens)
    loading.waiting += 1
    if (onProgress !== undefined) loading.listeners.add(onProgress)
    try {
      return await unlessAborted(loading.model, signal)
    } finally {
      loading.waiting -= 1
      if (onProgress !== undefined) loading.listeners.delete(onProgress)
      if (loading.waiting === 0 && loading.loaded === undefined) {
        loading.abort.abort()
        if (this.#models.get(wanted.file) === loading) this.#models.delete(wanted.file)
      }
    }
  }

  #load(wanted: ModelFile, contextTokens: number | undefined): Loading {
    const abort = new AbortController()
    const listeners: Loading['listeners'] = new Set()
    const options = { ...this.#options, ...(contextTokens === undefined ? {} : { contextTokens }) }
    const onProgress = (progress: LoadProgress) => {
      for (const listen of listeners) listen(progress)
    }
    const load = async () => {
      const outcome = await this.#host.load({ ...wanted, options, onProgress }, abort.signal)
      if (outcome.status === 'failed') throw fromPlainError(outcome.error)
      loading.loaded = { model: outcome.model, sinceMs: this.#watched.now() }
      this.#watched.onChange()
      return outcome.model
    }
    // Begun a moment later: who asked for it should hear of its first steps too.
    const model = Promise.resolve().then(load)
    const loading: Loading = { id: wanted.id, file: wanted.file, model, abort, listeners, waiting: 0 }
    this.#models.set(wanted.file, loading)
    loading.model.catch(() => {
      if (this.#models.get(wanted.file) === loading) this.#models.delete(wanted.file)
    })
    return loading
  }

  /** The model of a file where it is loaded; does not load it. */
  async loadedModel(file: string): Promise<LanguageModel | undefined> {
    return this.#models.get(file)?.loaded?.model
  }

  /** Lets go of a model: it is unloaded, or its process died. The next run loads it anew. */
  async discard(file: string): Promise<void> {
    const known = this.#models.get(file)
    this.#models.delete(file)
    await known?.model.then((model) => model.unload()).catch(() => {})
    if (known?.loaded !== undefined) this.#watched.onChange()
  }

  /** The models that are in memory, the first loaded first. */
  list(): LoadedModel[] {
    return [...this.#models.values()].flatMap(({ file, id, loaded }) =>
      loaded === undefined ? [] : [{ id, file, ...loaded }],
    )
  }

  /** Processes of the models that are loaded, for their memory. */
  async processIds(): Promise<number[]> {
    const models = await Promise.allSettled([...this.#models.values()].map(({ model }) => model))
    return models.flatMap((one) => (one.status === 'fulfilled' ? (one.value.processId ?? []) : []))
  }

  /** Of a model that is loaded. */
  async processIdOf(file: string): Promise<number | undefined> {
    return (await this.#models.get(file)?.model.catch(() => undefined))?.processId
  }

  async dispose(): Promise<void> {
    const models = await Promise.allSettled([...this.#models.values()].map(({ model }) => model))
    this.#models.clear()
    await Promise.all(models.map((one) => (one.status === 'fulfilled' ? one.value.unload() : undefined)))
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
