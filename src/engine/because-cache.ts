import type { Because } from '../planning/because.ts'

/** Of the runs that were looked at last. */
const mostKept = 64

/** Reasons of ended runs, worked out once: what has ended does not change. */
export class BecauseCache {
  readonly #explain: (runId: string) => Promise<Because>
  readonly #known = new Map<string, Because>()
  readonly #underWay = new Map<string, Promise<Because>>()

  constructor(explain: (runId: string) => Promise<Because>) {
    this.#explain = explain
  }

  async of(runId: string): Promise<Because> {
    const known = this.#known.get(runId)
    if (known !== undefined) return known
    const underWay = this.#underWay.get(runId)
    if (underWay !== undefined) return underWay
    const made = this.#explain(runId)
    this.#underWay.set(runId, made)
    try {
      const because = await made
      // What ran out of time may come further on a quieter machine.
      if (because.isComplete) this.#keep(runId, because)
      return because
    } finally {
      this.#underWay.delete(runId)
    }
  }

  #keep(runId: string, because: Because): void {
    this.#known.set(runId, because)
    const [oldest] = this.#known.keys()
    if (this.#known.size > mostKept && oldest !== undefined) this.#known.delete(oldest)
  }
}
