import type { GenerateRequest } from '../contract/generate.ts'
import type { RequestAddress } from './request-work.ts'

export interface QueuedRequest {
  readonly address: RequestAddress
  readonly request: GenerateRequest
}

/** Requests that wait. Batches take turns, so that a long one does not keep a short one waiting. */
export class RequestQueue {
  readonly #batches = new Map<number, QueuedRequest[]>()

  add(batch: number, requests: readonly GenerateRequest[]): void {
    const queued = requests.map((request, index) => ({ address: { batch, request: index }, request }))
    this.#batches.set(batch, queued)
  }

  take(): QueuedRequest | undefined {
    for (const [batch, waiting] of this.#batches) {
      this.#batches.delete(batch)
      const next = waiting.shift()
      if (waiting.length > 0) this.#batches.set(batch, waiting)
      if (next !== undefined) return next
    }
    return undefined
  }

  remove(batch: number): readonly QueuedRequest[] {
    const removed = this.#batches.get(batch) ?? []
    this.#batches.delete(batch)
    return removed
  }
}
