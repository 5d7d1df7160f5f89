import { existsSync } from 'node:fs'
import type { RunEvent } from '../../planning/run-event.ts'
import type { RunStore } from '../run-store.ts'
import { writerAddress } from '../writer-address.ts'
import { connectToWriter, type Relayed, type WriterClient } from '../writer-client.ts'
import { openToRead, type RunDatabase } from './run-database.ts'
import { storeFile } from './store-writer.ts'

/** Another process writes the store: this one reads the file, and asks that one to write. */
export interface StoreGuest extends Pick<RunStore, 'read' | 'list'> {
  readonly kind: 'guest'
  /** `gone` where nobody answers: whether it was written is not known. */
  append(runId: string, events: readonly RunEvent[]): Promise<Relayed>
  close(): Promise<void>
}

export function visitStore(home: string): StoreGuest {
  const file = storeFile(home)
  let client: WriterClient | undefined
  let database: RunDatabase | undefined
  const reader = () => {
    if (database === undefined && existsSync(file)) database = openToRead(file)
    return database
  }
  return {
    kind: 'guest',
    async append(runId, events) {
      client ??= await connectToWriter(writerAddress(home))
      return client === undefined ? { status: 'gone' } : client.append(runId, events)
    },
    read: async (runId) => reader()?.read(runId),
    list: async (limit) => reader()?.list(limit) ?? [],
    async close() {
      client?.close()
      database?.close()
    },
  }
}
