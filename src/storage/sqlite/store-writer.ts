import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { takeProcessLock } from '../../base/node-process-lock.ts'
import { isDamaged } from '../storage-error.ts'
import { writerAddress } from '../writer-address.ts'
import { type KeepWrite, serveWriter } from '../writer-server.ts'
import { GroupCommit } from './group-commit.ts'
import { importEventLogs } from './import-event-logs.ts'
import { isMarkedDamaged, markDamaged, setAside } from './set-aside.ts'
import { openToWrite, type StoreDatabase, type StoreReader } from './store-database.ts'

export interface StorePlaces {
  /** Of everything Planwright keeps. */
  readonly home: string
  readonly now: () => number
  /** Told where a damaged store was set aside. */
  readonly onSetAside: (folder: string) => void
}

export const storeFile = (home: string): string => join(home, 'runs.sqlite')

/** This process writes the store, for itself and for others that ask it to. */
export interface StoreWriter {
  readonly kind: 'writer'
  readonly write: KeepWrite
  read<T>(query: (reader: StoreReader) => T): T
  close(): Promise<void>
}

export type WriterClaim =
  | { readonly status: 'writer'; readonly writer: StoreWriter }
  | { readonly status: 'held'; readonly owner: number | undefined }

/** Takes the store to write it, unless another process has it. Throws where its folder can't be written. */
export async function claimStore(places: StorePlaces): Promise<WriterClaim> {
  const { home } = places
  mkdirSync(home, { recursive: true })
  const lock = takeProcessLock(join(home, 'store.lock'))
  if (lock.status === 'held') return lock
  try {
    const database = openOrSetAside(places)
    importEventLogs(database, join(home, 'runs'))
    return { status: 'writer', writer: await startWriting(home, database, lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openOrSetAside({ home, now, onSetAside }: StorePlaces): StoreDatabase {
  const file = storeFile(home)
  if (isMarkedDamaged(file)) onSetAside(setAside({ home, file, now: now(), why: 'damaged' }))
  try {
    return openToWrite(file)
  } catch (error) {
    if (!isDamaged(error)) throw error
    onSetAside(setAside({ home, file, now: now(), why: 'damaged' }))
    return openToWrite(file)
  }
}

async function startWriting(home: string, database: StoreDatabase, release: () => void): Promise<StoreWriter> {
  const noticing = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (isDamaged(error)) markDamaged(storeFile(home))
      throw error
    }
  }
  const commits = new GroupCommit((writes) => noticing(() => database.write(writes)))
  const write: KeepWrite = (one) => commits.add(one)
  const server = await serveWriter(writerAddress(home), write)
  return {
    kind: 'writer',
    write,
    read: (query) => noticing(() => query(database)),
    async close() {
      await server.close()
      commits.flush()
      database.close()
      release()
    },
  }
}
