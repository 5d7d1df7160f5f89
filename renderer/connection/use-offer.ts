import { useEffect, useState } from 'react'
import type { DomainEntry, Example } from '../../src/api/contract.ts'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import type { EngineConnection } from './engine-connection.ts'
import type { EngineLink } from './engine-link.ts'

/** What the engine has to offer. */
export interface Offer {
  readonly models: readonly ModelEntry[]
  readonly domains: readonly DomainEntry[]
  readonly examples: readonly Example[]
}

export interface OfferState {
  /** What was read last; undefined until the engine has said it once. */
  readonly offer: Offer | undefined
  /** Asks once more; there where the engine is, and yet could not say it. */
  readonly again: (() => void) | undefined
}

async function readOffer({ client }: EngineLink): Promise<Offer> {
  const [models, domains, examples] = await Promise.all([
    client.models.list(),
    client.domains.list(),
    client.examples.list(),
  ])
  return { models, domains, examples }
}

/**
 * Asks the engine for models, domains and examples: on every way to it, since the next one may lead to another engine,
 * and since the last one may have ended before it had answered.
 */
export function useOffer(connection: EngineConnection): OfferState {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<OfferState>({ offer: undefined, again: undefined })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let isCurrent = true
    const settle = (next: Partial<OfferState>) => {
      if (isCurrent) setState((last) => ({ offer: last.offer, again: undefined, ...next }))
    }
    const again = () => {
      settle({})
      setAttempt((count) => count + 1)
    }
    const askOnEveryLink = async () => {
      while (isCurrent) {
        const link = await connection.link()
        if (!isCurrent) return
        await readOffer(link).then(
          (offer) => settle({ offer }),
          // Where the way ended the next one answers; only an engine that is there and can't is worth a word.
          () => settle(link.isClosed ? {} : { again }),
        )
        await link.closed
        settle({})
      }
    }
    void askOnEveryLink()
    return () => {
      isCurrent = false
    }
  }, [connection, attempt])
  return state
}
