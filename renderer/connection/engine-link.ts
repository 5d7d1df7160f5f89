import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../src/api/contract.ts'

/** The engine as the page sees it: the contract's procedures. */
export type EngineClient = ContractRouterClient<typeof contract>

/** One open way to the engine. */
export interface EngineLink {
  readonly client: EngineClient
  /** Set before any call on the link fails because of it. */
  readonly isClosed: boolean
  readonly closed: Promise<void>
}

/** Opens a way to the engine; rejects where there is none now. */
export type OpenLink = () => Promise<EngineLink>

/** Keeps the word about an open way: made before the client, so that it hears of the end first. */
export function trackEnd(target: EventTarget): { readonly isClosed: boolean; readonly closed: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const tracked = { isClosed: false, closed: promise }
  target.addEventListener(
    'close',
    () => {
      tracked.isClosed = true
      resolve()
    },
    { once: true },
  )
  return tracked
}
