import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

export type ProcessLock =
  | { readonly status: 'taken'; readonly release: () => void }
  /** `owner`: the process that has it; undefined where it has not said so yet. */
  | { readonly status: 'held'; readonly owner: number | undefined }

const isBusy = (error: unknown) => error instanceof Error && /locked|busy/i.test(error.message)

/**
 * Takes a lock that one process at a time can have, or says who has it. It is the operating system's own lock on a file
 * (taken through SQLite, which knows how to on every system), so that it ends with its process, however that ends. The
 * owner's number stands in a second file beside it.
 */
export function takeProcessLock(file: string): ProcessLock {
  const ownerFile = `${file}.pid`
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    writeFileSync(ownerFile, `${process.pid}\n`)
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw error
    return { status: 'held', owner: readOwner(ownerFile) }
  }
  return {
    status: 'taken',
    release() {
      rmSync(ownerFile, { force: true })
      database.close()
    },
  }
}

function readOwner(file: string): number | undefined {
  try {
    const owner = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return Number.isSafeInteger(owner) ? owner : undefined
  } catch {
    return undefined
  }
}
