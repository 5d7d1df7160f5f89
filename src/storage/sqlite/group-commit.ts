import type { StoreWrite } from '../store-write.ts'

interface Waiting {
  readonly write: StoreWrite
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Puts what is to be written in one turn of the event loop on disk together: one wait for the disk, not one each. */
export class GroupCommit {
  readonly #commit: (writes: readonly StoreWrite[]) => void
  #waiting: Waiting[] = []

  constructor(commit: (writes: readonly StoreWrite[]) => void) {
    this.#commit = commit
  }

  add(write: StoreWrite): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.flush())
    })
  }

  /** What one of a group is refused for is not the others' fault: they are written each by itself then. */
  flush(): void {
    const group = this.#waiting
    this.#waiting = []
    if (group.length === 0 || this.#written(group) || group.length === 1) return
    for (const one of group) this.#written([one])
  }

  #written(group: readonly Waiting[]): boolean {
    try {
      this.#commit(group.map(({ write }) => write))
      for (const { resolve } of group) resolve()
      return true
    } catch (error) {
      if (group.length === 1) for (const { reject } of group) reject(error)
      return false
    }
  }
}
