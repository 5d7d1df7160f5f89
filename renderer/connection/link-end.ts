import { PlanwrightError } from '../../src/base/planwright-error.ts'

/** The end of a way to the engine. Made before the client, so that it hears of the end first. */
export class LinkEnd {
  readonly closed: Promise<void>
  readonly #openCalls = new Set<(error: PlanwrightError) => void>()
  #isClosed = false

  constructor(target: EventTarget) {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.closed = promise
    const end = () => {
      this.#isClosed = true
      for (const fail of this.#openCalls) fail(engineStopped())
      resolve()
    }
    target.addEventListener('close', end, { once: true })
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /**
   * Ends every call of the client with the way, as an interceptor. A closed port takes messages without a word, so a call
   * on it would wait for an answer for ever.
   */
  readonly failCalls = async <T>({ next }: { next(): Promise<T> }): Promise<T> => {
    if (this.#isClosed) throw engineStopped()
    const { promise, reject } = Promise.withResolvers<never>()
    this.#openCalls.add(reject)
    try {
      return await Promise.race([next(), promise])
    } finally {
      this.#openCalls.delete(reject)
    }
  }
}

function engineStopped(): PlanwrightError {
  return new PlanwrightError({ code: 'engine-stopped', message: 'The engine stopped before it had answered.' })
}
