import type { VariantSummary } from '../../api/comparisons-contract.ts'
import { percentile, wilson } from '../../evaluation/statistics.ts'
import { isGoodOutcome } from '../../planning/cell.ts'
import type { Comparison, JobOutcome } from '../../planning/comparison.ts'

/** The finished jobs of a comparison by their places, for filters, sorting and the heads of columns. */
export class OutcomeIndex {
  readonly #byCell = new Map<number, JobOutcome[]>()
  readonly #byVariant: JobOutcome[][]
  readonly #variants: number
  #size = 0

  constructor({ variants }: Comparison, outcomes: readonly JobOutcome[]) {
    this.#variants = variants.length
    this.#byVariant = variants.map(() => [])
    for (const outcome of outcomes) this.add(outcome)
  }

  get size(): number {
    return this.#size
  }

  add(outcome: JobOutcome): void {
    const place = outcome.problem * this.#variants + outcome.variant
    const cell = this.#byCell.get(place)
    if (cell?.some(({ repeat }) => repeat === outcome.repeat)) return
    if (cell === undefined) this.#byCell.set(place, [outcome])
    else cell.push(outcome)
    this.#byVariant[outcome.variant]?.push(outcome)
    this.#size++
  }

  /** Finished repeats of a cell. */
  cell(problem: number, variant: number): readonly JobOutcome[] {
    return this.#byCell.get(problem * this.#variants + variant) ?? []
  }

  row(problem: number): readonly (readonly JobOutcome[])[] {
    return Array.from({ length: this.#variants }, (_, variant) => this.cell(problem, variant))
  }

  summaries(): readonly VariantSummary[] {
    return this.#byVariant.map((all) => {
      const rates = all.map(({ tokensPerSecond }) => tokensPerSecond).filter((rate) => rate > 0)
      return {
        done: all.length,
        good: wilson(all.filter(({ outcome }) => isGoodOutcome(outcome)).length, all.length),
        p50Ms: percentile(
          all.map(({ latencyMs }) => latencyMs),
          0.5,
        ),
        tokensPerSecond: percentile(rates, 0.5),
        memoryBytes: all.reduce((most, { memoryBytes }) => Math.max(most, memoryBytes), 0),
      }
    })
  }
}
