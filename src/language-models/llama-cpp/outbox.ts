import type { GeneratePart } from '../contract/generate.ts'
import type { FromModelProcess } from './messages.ts'

/** Long enough to spare messages, short enough to look immediate. */
const intervalMs = 15

/** Collects parts and sends them together: hundreds of requests must not mean thousands of messages. */
export class Outbox {
  readonly #send: (message: FromModelProcess) => void
  readonly #parts = new Map<number, GeneratePart[]>()
  #sentMs = 0

  constructor(send: (message: FromModelProcess) => void) {
    this.#send = send
  }

  add(batch: number, part: GeneratePart): void {
    const parts = this.#parts.get(batch)
    if (parts === undefined) this.#parts.set(batch, [part])
    else parts.push(part)
  }

  /** Sends what is due; an end is always due. */
  flush(): void {
    const nowMs = performance.now()
    const isDue = nowMs - this.#sentMs >= intervalMs
    for (const [batch, parts] of this.#parts) {
      if (!isDue && parts.at(-1)?.type !== 'end') continue
      this.#send({ type: 'parts', batch, parts })
      this.#parts.delete(batch)
    }
    if (isDue) this.#sentMs = nowMs
  }
}
