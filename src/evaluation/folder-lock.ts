import { join } from 'node:path'
import { takeProcessLock } from '../base/node-process-lock.ts'
import { PlanwrightError } from '../base/planwright-error.ts'

/**
 * Keeps other evaluations out of a folder until what it returns is called: two would write the same predictions twice.
 * Throws `io` where the folder is in use.
 */
export function lockFolder(folder: string): () => void {
  const lock = takeProcessLock(join(folder, 'evaluation.lock'))
  if (lock.status === 'taken') return lock.release
  const process = lock.owner === undefined ? '' : ` (process ${lock.owner})`
  throw new PlanwrightError({
    code: 'io',
    message: `Another evaluation${process} is writing into ${folder}.`,
    wayOut: 'Wait until it has ended, or name another folder with --out.',
  })
}
