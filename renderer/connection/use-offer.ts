import { useEffect, useState } from 'react'
import type { DomainEntry, Example, ModelEntry } from '../../src/api/contract.ts'
import type { EngineConnection } from './engine-connection.ts'

/** What the engine has to offer. */
export interface Offer {
  readonly models: readonly ModelEntry[]
  readonly domains: readonly DomainEntry[]
  readonly examples: readonly Example[]
}

export type OfferState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly again: () => void }
  | { readonly status: 'ready'; readonly offer: Offer }

async function readOffer(connection: EngineConnection): Promise<Offer> {
  const { client } = await connection.link()
  const [models, domains, examples] = await Promise.all([
    client.models.list(),
    client.domains.list(),
    client.examples.list(),
  ])
  return { models, domains, examples }
}

/** Asks the engine for models, domains and examples. */
export function useOffer(connection: EngineConnection): OfferState {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<OfferState>({ status: 'loading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let isCurrent = true
    const again = () => {
      setState({ status: 'loading' })
      setAttempt((count) => count + 1)
    }
    readOffer(connection).then(
      (offer) => isCurrent && setState({ status: 'ready', offer }),
      () => isCurrent && setState({ status: 'failed', again }),
    )
    return () => {
      isCurrent = false
    }
  }, [connection, attempt])
  return state
}
