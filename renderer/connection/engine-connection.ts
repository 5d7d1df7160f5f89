import type { EngineLink, OpenLink } from './engine-link.ts'

export type ConnectionStatus = 'connecting' | 'connected' | 'lost'

const firstDelayMs = 200
const longestDelayMs = 3000

/** Keeps a way to the engine open: opens another whenever the one it has ends. */
export class EngineConnection {
  readonly #openLink: OpenLink
  readonly #listeners = new Set<() => void>()
  readonly #waiting = new Set<(link: EngineLink) => void>()
  #status: ConnectionStatus = 'connecting'
  #link: EngineLink | undefined
  #isOver = false

  constructor(openLink: OpenLink) {
    this.#openLink = openLink
  }

  get status(): ConnectionStatus {
    return this.#status
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Begins, and goes on until `stop`. */
  async start(): Promise<void> {
    let delayMs = firstDelayMs
    while (!this.#isOver) {
      const link = await this.#openLink().catch(() => undefined)
      // A way that leads nowhere is none: the engine has to have answered once.
      const answered = await link?.client.engine.info().catch(() => undefined)
      if (link === undefined || answered === undefined) {
        this.#change(this.#status === 'connected' ? 'lost' : this.#status)
        await new Promise((resolve) => setTimeout(resolve, delayMs))
        delayMs = Math.min(delayMs * 2, longestDelayMs)
        if (delayMs > firstDelayMs * 4) this.#change('lost')
        continue
      }
      delayMs = firstDelayMs
      this.#link = link
      this.#change('connected')
      for (const resolve of this.#waiting) resolve(link)
      this.#waiting.clear()
      await link.closed
      this.#link = undefined
      this.#change('lost')
    }
  }

  stop(): void {
    this.#isOver = true
  }

  /** The open way, or the next one. */
  link(): Promise<EngineLink> {
    const link = this.#link
    if (link !== undefined && !link.isClosed) return Promise.resolve(link)
    return new Promise((resolve) => this.#waiting.add(resolve))
  }

  #change(status: ConnectionStatus): void {
    if (this.#status === status) return
    this.#status = status
    for (const listener of this.#listeners) listener()
  }
}
