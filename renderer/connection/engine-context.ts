import {
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { createContext, useContext, useEffect } from 'react'
import type { ChangeTopic } from '../../src/api/changes-contract.ts'
import type { EngineConnection } from './engine-connection.ts'
import type { EngineClient } from './engine-link.ts'

const EngineContext = createContext<EngineConnection | undefined>(undefined)
export const EngineProvider = EngineContext.Provider

export interface EngineAccess {
  readonly connection: EngineConnection
  /** Asks the engine, over the way that is open or the next one. Throws what it answers with. */
  ask<T>(question: (client: EngineClient) => Promise<T>): Promise<T>
}

/** The engine, for any part of the page. */
export function useEngine(): EngineAccess {
  const connection = useContext(EngineContext)
  if (connection === undefined) throw new Error('There is no EngineProvider around this part of the page.')
  return { connection, ask: async (question) => question((await connection.link()).client) }
}

/**
 * What the engine answers, kept and read again when its topic changes. The first part of the key is the topic:
 * `useAnswer(['runs', 100], (client) => client.runs.list({ limit: 100 }))`.
 */
export function useAnswer<T>(
  key: readonly [ChangeTopic, ...QueryKey],
  question: (client: EngineClient) => Promise<T>,
  options: Pick<UseQueryOptions<T>, 'placeholderData' | 'enabled'> = {},
): UseQueryResult<T> {
  const { ask } = useEngine()
  return useQuery({ ...options, queryKey: key, queryFn: () => ask(question) })
}

/** Has everything that was read asked for again when the engine says that it changed, and after a new beginning. */
export function useChanges(): void {
  const { connection } = useEngine()
  const queries = useQueryClient()
  useEffect(() => {
    const leaving = new AbortController()
    const listen = async () => {
      while (!leaving.signal.aborted) {
        const link = await connection.link()
        if (leaving.signal.aborted) return
        try {
          const topics = await link.client.changes.watch(undefined, { signal: leaving.signal })
          for await (const topic of topics) void queries.invalidateQueries({ queryKey: [topic] })
        } catch {
          // The way has ended, or the page leaves: the next way begins anew.
        }
        await link.closed
        void queries.invalidateQueries()
      }
    }
    void listen()
    return () => leaving.abort()
  }, [connection, queries])
}
