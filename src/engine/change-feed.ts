import type { ChangeTopic } from '../api/changes-contract.ts'

/** Tells who listens what has changed in the engine, so that they read it again. */
export class ChangeFeed {
  readonly #listeners = new Set<(topic: ChangeTopic) => void>()

  tell(topic: ChangeTopic): void {
    for (const listen of this.#listeners) listen(topic)
  }

  /** Topics as they change, each once however often it changed since it was last told. */
  async *watch(signal?: AbortSignal): AsyncGenerator<ChangeTopic> {
    const changed = new Set<ChangeTopic>()
    const isOver = () => signal?.aborted === true
    let wake = () => {}
    const listen = (topic: ChangeTopic) => {
      changed.add(topic)
      wake()
    }
    const stop = () => wake()
    this.#listeners.add(listen)
    signal?.addEventListener('abort', stop)
    try {
      while (!isOver()) {
        const topics = [...changed]
        changed.clear()
        yield* topics
        if (changed.size > 0 || isOver()) continue
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    } finally {
      this.#listeners.delete(listen)
      signal?.removeEventListener('abort', stop)
    }
  }
}
