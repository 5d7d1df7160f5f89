import type { EventBatch } from './run-database.ts'

interface Waiting {
  readonly batch: EventBatch
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Puts what is to be written in one turn of the event loop on disk together: one wait for the disk, not one each. */
export class GroupCommit {
  readonly #write: (batches: readonly EventBatch[]) => void
  #waiting: Waiting[] = []

  constructor(write: (batches: readonly EventBatch[]) => void) {
    this.#write = write
  }

  add(batch: EventBatch): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.flush())
    })
  }

  flush(): void {
    const group = this.#waiting
    if (group.length === 0) return
    this.#waiting = []
    try {
      this.#write(group.map(({ batch }) => batch))
      for (const { resolve } of group) resolve()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}
