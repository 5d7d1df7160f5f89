import type { GenerateRequest } from '../contract/generate.ts'
import type { RequestAddress } from './request-work.ts'
import type { Slot } from './slot.ts'

export interface QueuedRequest {
  readonly address: RequestAddress
  readonly request: GenerateRequest
}

/** Requests of one batch whose prompts begin alike, in order: few slots answer them all, and read the beginning once each. */
interface Family {
  readonly waiting: QueuedRequest[]
  readonly owners: Set<Slot>
}

/** A slot without work joins a family with so many waiting; fewer are answered sooner than the beginning is read again. */
const worthJoining = 4

/** Prompts are of one family where at least this share of the one before is the beginning of the next. */
const sharedBeginning = 0.5

/** Requests that wait. Batches take turns, so that a long one does not keep a short one waiting. */
export class RequestQueue {
  readonly #batches = new Map<number, Family[]>()

  add(batch: number, requests: readonly GenerateRequest[]): void {
    const families: Family[] = []
    requests.forEach((request, index) => {
      const queued = { address: { batch, request: index }, request }
      const open = families.at(-1)
      const last = open?.waiting.at(-1)?.request
      if (open !== undefined && last !== undefined && beginAlike(last, request)) open.waiting.push(queued)
      else families.push({ waiting: [queued], owners: new Set() })
    })
    this.#batches.set(batch, families)
  }

  /** The next request for a slot: of the family that it works on, else of one that nobody does, else of a long one. */
  take(slot: Slot): QueuedRequest | undefined {
    for (const [batch, families] of this.#batches) {
      const open = families.filter(({ waiting }) => waiting.length > 0)
      const own = open.find(({ owners }) => owners.has(slot))
      const long = open.filter(({ waiting }) => waiting.length >= worthJoining)
      const chosen = own ?? open.find(({ owners }) => owners.size === 0) ?? longest(long)
      if (open.length === 0) this.#batches.delete(batch)
      if (chosen === undefined) continue
      this.#batches.delete(batch)
      this.#batches.set(batch, open)
      chosen.owners.add(slot)
      return chosen.waiting.shift()
    }
    return undefined
  }

  remove(batch: number): readonly QueuedRequest[] {
    const removed = this.#batches.get(batch) ?? []
    this.#batches.delete(batch)
    return removed.flatMap(({ waiting }) => waiting)
  }
}

const longest = (families: readonly Family[]): Family | undefined =>
  families.reduce<Family | undefined>(
    (best, one) => (best === undefined || one.waiting.length > best.waiting.length ? one : best),
    undefined,
  )

function beginAlike(one: GenerateRequest, other: GenerateRequest): boolean {
  if (!('prompt' in one && 'prompt' in other)) return false
  const least = Math.ceil(one.prompt.length * sharedBeginning)
  return one.prompt.slice(0, least) === other.prompt.slice(0, least)
}
