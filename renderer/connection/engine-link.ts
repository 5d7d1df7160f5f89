import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../src/api/contract.ts'

/** The engine as the page sees it: the contract's procedures. */
export type EngineClient = ContractRouterClient<typeof contract>

/** One open way to the engine. What is asked on it fails with its end, and at once after it. */
export interface EngineLink {
  readonly client: EngineClient
  /** Set before any call on the link fails because of it. */
  readonly isClosed: boolean
  readonly closed: Promise<void>
}

/** Opens a way to the engine; rejects where there is none now. */
export type OpenLink = () => Promise<EngineLink>
