import { setTimeout as sleep } from 'node:timers/promises'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { checkRunId } from '../run-id.ts'
import type { RunStore } from '../run-store.ts'
import { isReadOnly, storageError } from '../storage-error.ts'
import { type StoreGuest, visitStore } from './store-guest.ts'
import { claimStore, type StorePlaces, type StoreWriter } from './store-writer.ts'

/** A writer that starts or ends is waited for. */
const patience = { attempts: 50, everyMs: 100 }

/**
 * Runs in one SQLite file under `home`. The first process that uses it writes it, for others too: they send it what they
 * have to keep, and take over when it is gone. Nothing is opened before it is needed.
 */
export function createSqliteRunStore(places: StorePlaces): RunStore {
  const { home } = places
  let role: Promise<StoreWriter | StoreGuest> | undefined
  let owner: number | undefined

  const takeRole = async (): Promise<StoreWriter | StoreGuest> => {
    const claim = await claimStore(places)
    if (claim.status === 'writer') return claim.writer
    owner = claim.owner
    return visitStore(home)
  }
  const currentRole = () => {
    role ??= takeRole().catch((error: unknown) => {
      role = undefined
      throw error
    })
    return role
  }
  const withErrors = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw storageError(error, home)
    }
  }
  const reader = () =>
    currentRole().catch((error: unknown) => {
      if (!isReadOnly(error)) throw error
      role = Promise.resolve(visitStore(home))
      return role
    })

  return {
    append: (runId, events) =>
      withErrors(async () => {
        checkRunId(runId)
        for (let attempt = 0; attempt < patience.attempts; attempt++) {
          const taken = currentRole()
          const store = await taken
          if (store.kind === 'writer') return store.append(runId, events)
          const relayed = await store.append(runId, events)
          if (relayed.status === 'kept') return
          if (relayed.status === 'refused') throw relayed.error
          // Nobody answers: perhaps it is this process's turn now.
          if (role === taken) {
            role = undefined
            await store.close()
          }
          await sleep(patience.everyMs)
        }
        throw new PlanwrightError({
          code: 'io',
          message: `Another Planwright${owner === undefined ? '' : ` (process ${owner})`} holds the store in ${home}, and does not answer.`,
          wayOut: 'Close it and try again.',
        })
      }),
    read: (runId) =>
      withErrors(async () => {
        checkRunId(runId)
        return (await reader()).read(runId)
      }),
    list: (limit) => withErrors(async () => (await reader()).list(limit)),
    async close() {
      const closing = role
      role = undefined
      const store = await closing?.catch(() => undefined)
      await store?.close()
    },
  }
}
