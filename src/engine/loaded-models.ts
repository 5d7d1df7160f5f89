import { fromPlainError } from '../base/planwright-error.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { LoadOptions, ModelHost } from '../language-models/contract/model-host.ts'

/** A model that is loaded or on its way. */
interface Loading {
  readonly model: Promise<LanguageModel>
  readonly abort: AbortController
  /** How many wait for it: the load is given up when nobody does any more. */
  waiting: number
  isLoaded: boolean
}

/** A model's file, how the catalogue calls it, and what the file must have where we know. */
export interface ModelFile {
  readonly id: string
  readonly file: string
  readonly expectedSha256?: string
}

/** Loads each model once, however many ask for it at the same time; until it is let go of. */
export class LoadedModels {
  readonly #host: ModelHost
  readonly #options: LoadOptions
  readonly #models = new Map<string, Loading>()

  constructor(host: ModelHost, options: LoadOptions) {
    this.#host = host
    this.#options = options
  }

  /** Throws what kept it from being loaded, and the signal's reason once that is aborted; others wait on. */
  async get(wanted: ModelFile, signal: AbortSignal): Promise<LanguageModel> {
    signal.throwIfAborted()
    const loading = this.#models.get(wanted.file) ?? this.#load(wanted)
    loading.waiting += 1
    try {
      return await unlessAborted(loading.model, signal)
    } finally {
      loading.waiting -= 1
      if (loading.waiting === 0 && !loading.isLoaded) {
        loading.abort.abort()
        if (this.#models.get(wanted.file) === loading) this.#models.delete(wanted.file)
      }
    }
  }

  #load(wanted: ModelFile): Loading {
    const abort = new AbortController()
    const load = async () => {
      const outcome = await this.#host.load({ ...wanted, options: this.#options }, abort.signal)
      if (outcome.status === 'loaded') return outcome.model
      throw fromPlainError(outcome.error)
    }
    const loading: Loading = { model: load(), abort, waiting: 0, isLoaded: false }
    this.#models.set(wanted.file, loading)
    loading.model.then(
      () => {
        loading.isLoaded = true
      },
      () => {
        if (this.#models.get(wanted.file) === loading) this.#models.delete(wanted.file)
      },
    )
    return loading
  }

  /** Lets go of a model whose process died: the next run loads it anew. */
  async discard(file: string): Promise<void> {
    const known = this.#models.get(file)
    this.#models.delete(file)
    await known?.model.then((model) => model.unload()).catch(() => {})
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
