import type { FinishReason, GeneratePart } from '../contract/generate.ts'

/** The parts of one `generate` call: pushed as they arrive, read as an iterable that ends when every request has. */
export class PartStream implements AsyncIterable<GeneratePart> {
  readonly #unfinished: Set<number>
  #parts: GeneratePart[] = []
  #wake: (() => void) | undefined

  constructor(requests: number) {
    this.#unfinished = new Set(Array.from({ length: requests }, (_, index) => index))
  }

  get isFinished(): boolean {
    return this.#unfinished.size === 0
  }

  /** Parts of a request that has ended already are late, and dropped. */
  push(parts: readonly GeneratePart[]): void {
    for (const part of parts) {
      if (!this.#unfinished.has(part.request)) continue
      this.#parts.push(part)
      if (part.type === 'end') this.#unfinished.delete(part.request)
    }
    this.#wake?.()
  }

  endUnfinished(finishReason: FinishReason, message?: string): void {
    const why = message === undefined ? {} : { message }
    this.push([...this.#unfinished].map((request) => ({ request, type: 'end', finishReason, ...why })))
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<GeneratePart> {
    for (;;) {
      const parts = this.#parts
      this.#parts = []
      yield* parts
      if (this.#parts.length > 0) continue
      if (this.isFinished) return
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
