import type { GenerateRequest } from '../contract/generate.ts'
import type { Threads } from './messages.ts'
import type { NativeContext } from './native-library.ts'
import { type QueuedRequest, RequestQueue } from './request-queue.ts'
import type { Emit, RequestWork } from './request-work.ts'
import type { Slot } from './slot.ts'

export interface SchedulerParts {
  readonly context: NativeContext
  readonly slots: readonly Slot[]
  readonly contextTokens: number
  readonly threads: Threads
  readonly emit: Emit
  /** Called when a step is done: parts may be sent. */
  readonly onStep: () => void
  readonly isEnd: (token: number) => boolean
  /** Makes work of a request; throws, with a message for people, where it cannot be done. */
  readonly prepare: (queued: QueuedRequest, slot: Slot) => RequestWork
}

/** Tokens of a prompt read in one step. */
export const maxStepTokens = 512
const minStepTokens = 32
/** A step is kept this short, so that cancelling frees the processor soon. */
const stepMs = 150

/**
 * Computes many requests at once over the sequences of one context. A step reads one prompt, or one token of each
 * request that is past its prompt: llama.cpp is up to four times slower on a batch that mixes the two. What a slot has
 * read stays there: a request whose prompt begins alike reads only the rest.
 */
export class BatchScheduler {
  readonly #parts: SchedulerParts
  readonly #queue = new RequestQueue()
  readonly #work = new Map<Slot, RequestWork>()
  readonly #cancelled = new Set<number>()
  #running = false
  #stepTokens = maxStepTokens

  constructor(parts: SchedulerParts) {
    this.#parts = parts
  }

  submit(batch: number, requests: readonly GenerateRequest[]): void {
    this.#queue.add(batch, requests)
    if (!this.#running) void this.#run()
  }

  /** Ends every request of the batch as cancelled, at the latest when the step under way is done. */
  cancel(batch: number): void {
    for (const { address } of this.#queue.remove(batch))
      this.#parts.emit(batch, { request: address.request, type: 'end', finishReason: 'cancelled' })
    if (this.#running) this.#cancelled.add(batch)
    this.#parts.onStep()
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#fill()) {
      await this.#step()
      this.#endCancelled()
      this.#parts.onStep()
    }
    this.#running = false
    this.#cancelled.clear()
    this.#parts.onStep()
  }

  /** Gives waiting requests to free slots, as far as they want any; false where there is nothing to do. */
  #fill(): boolean {
    for (const slot of this.#parts.slots) {
      while (!this.#work.has(slot)) {
        const queued = this.#queue.take(slot)
        if (queued === undefined) break
        this.#start(slot, queued)
      }
    }
    return this.#work.size > 0
  }

  #start(slot: Slot, queued: QueuedRequest): void {
    try {
      this.#work.set(slot, this.#parts.prepare(queued, slot))
    } catch (error) {
      const { batch, request } = queued.address
      const message = error instanceof Error ? error.message : String(error)
      this.#parts.emit(batch, { request, type: 'end', finishReason: 'error', message })
    }
  }

  async #step(): Promise<void> {
    const reading = [...this.#work].find(([, work]) => work.isReadingPrompt)
    const { prompt, token } = this.#parts.threads
    const chosen = reading === undefined ? [...this.#work] : [reading]
    try {
      this.#parts.context.setThreads(reading === undefined ? token : prompt)
      await this.#decode(chosen)
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error)
      for (const [slot, work] of chosen) {
        if (this.#work.get(slot) !== work) continue
        work.end('error', `llama.cpp could not compute: ${cause}. Load the model again.`)
        this.#work.delete(slot)
        slot.clear()
      }
    }
  }

  async #decode(chosen: readonly (readonly [Slot, RequestWork])[]): Promise<void> {
    const { context } = this.#parts
    const counts = chosen.map(([, work]) => Math.min(work.pending.length, this.#stepTokens))
    const total = counts.reduce((sum, count) => sum + count, 0)
    context.initBatch(total)
    const rows: { slot: Slot; work: RequestWork; row: number }[] = []
    chosen.forEach(([slot, work], index) => {
      const tokens = work.pending.subarray(0, counts[index])
      const isLast = tokens.length === work.pending.length
      const outputs = isLast ? Uint32Array.of(tokens.length - 1) : new Uint32Array(0)
      const [row] = context.addToBatch(slot.sequence, work.position, tokens, outputs)
      slot.hold(tokens)
      work.position += tokens.length
      work.pending = work.pending.subarray(tokens.length)
      if (row !== undefined) rows.push({ slot, work, row })
    })
    const startedMs = performance.now()
    await context.decodeBatch()
    this.#adapt(total, performance.now() - startedMs)
    const answers = await Promise.all(rows.map(({ work, row }) => work.choose(row)))
    rows.forEach(({ slot, work }, index) => {
      const answer = answers[index]
      const isEnd = answer !== undefined && this.#parts.isEnd(answer.token)
      if (work.accept(answer, { isEnd, contextTokens: this.#parts.contextTokens })) this.#work.delete(slot)
    })
  }

  #adapt(tokens: number, tookMs: number): void {
    if (tokens < minStepTokens) return
    const affordable = Math.floor((tokens / tookMs) * stepMs)
    this.#stepTokens = Math.max(minStepTokens, Math.min(maxStepTokens, affordable))
  }

  #endCancelled(): void {
    for (const [slot, work] of this.#work) {
      if (!this.#cancelled.has(work.address.batch)) continue
      work.end('cancelled')
      this.#work.delete(slot)
    }
    this.#cancelled.clear()
  }
}
