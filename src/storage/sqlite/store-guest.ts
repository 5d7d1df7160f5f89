import { existsSync } from 'node:fs'
import type { StoreWrite } from '../store-write.ts'
import { writerAddress } from '../writer-address.ts'
import { connectToWriter, type Relayed, type WriterClient } from '../writer-client.ts'
import { openToRead, type StoreDatabase, type StoreReader } from './store-database.ts'
import { storeFile } from './store-writer.ts'

/** Another process writes the store: this one reads the file, and asks that one to write. */
export interface StoreGuest {
  readonly kind: 'guest'
  /** `gone` where nobody answers: whether it was written is not known. */
  write(write: StoreWrite): Promise<Relayed>
  /** Undefined where there is no store yet. */
  read<T>(query: (reader: StoreReader) => T): T | undefined
  close(): Promise<void>
}

export function visitStore(home: string): StoreGuest {
  const file = storeFile(home)
  let client: WriterClient | undefined
  let database: StoreDatabase | undefined
  const reader = () => {
    if (database === undefined && existsSync(file)) database = openToRead(file)
    return database
  }
  return {
    kind: 'guest',
    async write(write) {
      client ??= await connectToWriter(writerAddress(home))
      return client === undefined ? { status: 'gone' } : client.write(write)
    },
    read(query) {
      const there = reader()
      return there === undefined ? undefined : query(there)
    },
    async close() {
      client?.close()
      database?.close()
    },
  }
}
