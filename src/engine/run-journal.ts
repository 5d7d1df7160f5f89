import type { RunEvent } from '../planning/run-event.ts'
import type { RunStore } from '../storage/run-store.ts'

/**
 * The events of one run: kept for those who watch (also who come late, or again), and written to the store, all but
 * single tokens, whose whole is in `segment-end`.
 */
export class RunJournal {
  readonly runId: string
  readonly #store: RunStore
  readonly #events: RunEvent[] = []
  readonly #waiting = new Set<() => void>()
  #writing: Promise<void> = Promise.resolve()
  #failure: unknown

  constructor(runId: string, store: RunStore) {
    this.runId = runId
    this.#store = store
  }

  get events(): readonly RunEvent[] {
    return this.#events
  }

  get ended(): boolean {
    return this.#events.at(-1)?.type === 'run-end'
  }

  add(event: RunEvent): void {
    this.#events.push(event)
    if (event.type !== 'token') {
      this.#writing = this.#writing
        .then(() => this.#store.append(this.runId, [event]))
        .catch((error: unknown) => {
          this.#failure ??= error
        })
    }
    for (const wake of [...this.#waiting]) wake()
  }

  /** Resolves when all that was added is on disk; throws what kept it from getting there. */
  async saved(): Promise<void> {
    await this.#writing
    if (this.#failure !== undefined) throw this.#failure
  }

  /** Events after `afterSeq` and those to come, until the run ends or the signal says so. */
  async *watch(afterSeq: number, signal?: AbortSignal): AsyncGenerator<RunEvent> {
    let next = afterSeq + 1
    while (true) {
      while (next < this.#events.length) {
        const event = this.#events[next++]
        if (event === undefined) continue
        yield event
        if (event.type === 'run-end') return
      }
      if (signal?.aborted) return
      await this.#nextEvent(signal)
    }
  }
  /** Leaves no listener behind: a run has thousands of events. */
  #nextEvent(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      this.#waiting.add(wake)
      signal?.addEventListener('abort', wake, { once: true })
    })
  }
}
