import { setTimeout as sleep } from 'node:timers/promises'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { checkRunId } from '../run-id.ts'
import { isReadOnly, storageError } from '../storage-error.ts'
import type { Store } from '../store.ts'
import type { StoreWrite } from '../store-write.ts'
import type { StoreReader } from './store-database.ts'
import { type StoreGuest, visitStore } from './store-guest.ts'
import { claimStore, type StorePlaces, type StoreWriter } from './store-writer.ts'

/** A writer that starts or ends is waited for. */
const patience = { attempts: 50, everyMs: 100 }

/**
 * All that is kept in one SQLite file under `home`. The first process that uses it writes it, for others too: they send it
 * what they have to keep, and take over when it is gone. Nothing is opened before it is needed.
 */
export function createSqliteStore(places: StorePlaces): Store {
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
  const read = <T>(query: (reader: StoreReader) => T): Promise<T | undefined> =>
    withErrors(async () => (await reader()).read(query))
  const readAll = async <T>(query: (reader: StoreReader) => readonly T[]) => (await read(query)) ?? []

  const write = (one: StoreWrite): Promise<void> =>
    withErrors(async () => {
      for (let attempt = 0; attempt < patience.attempts; attempt++) {
        const taken = currentRole()
        const store = await taken
        if (store.kind === 'writer') return store.write(one)
        const relayed = await store.write(one)
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
    })

  return {
    runs: {
      append: async (runId, events) => {
        checkRunId(runId)
        await write({ kind: 'events', runId, events: [...events] })
      },
      read: async (runId) => {
        checkRunId(runId)
        return read(({ runs }) => runs.read(runId))
      },
      list: (limit) => readAll(({ runs }) => runs.list(limit)),
    },
    settings: {
      read: async () => (await read(({ settings }) => settings.read())) ?? {},
      set: (name, value) => write({ kind: 'setting', name, json: value === undefined ? null : JSON.stringify(value) }),
    },
    prompts: {
      list: () => readAll(({ prompts }) => prompts.list()),
      add: (version) => write({ kind: 'prompt-version', version }),
    },
    datasets: {
      add: (dataset, problems) => write({ kind: 'dataset', dataset, problems: [...problems] }),
      list: () => readAll(({ datasets }) => datasets.list()),
      problems: (datasetId, positions) => readAll(({ datasets }) => datasets.problems(datasetId, positions)),
    },
    comparisons: {
      add: (comparison) => write({ kind: 'comparison', comparison }),
      list: () => readAll(({ comparisons }) => comparisons.list()),
      setState: (comparisonId, state) => write({ kind: 'comparison-state', comparisonId, state }),
      setBinned: (comparisonId, isBinned) => write({ kind: 'comparison-bin', comparisonId, isBinned }),
      startJob: (job, runId) => write({ kind: 'job-start', job, runId }),
      endJob: (job, cell) => write({ kind: 'job-end', job, cell }),
      jobs: (comparisonId, problems) => readAll(({ comparisons }) => comparisons.jobs(comparisonId, problems)),
      outcomes: (comparisonId) => readAll(({ comparisons }) => comparisons.outcomes(comparisonId)),
    },
    isWriter: () => withErrors(async () => (await currentRole()).kind === 'writer'),
    async close() {
      const closing = role
      role = undefined
      const store = await closing?.catch(() => undefined)
      await store?.close()
    },
  }
}
