import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlanwrightError } from '../base/planwright-error.ts'

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/**
 * Keeps other evaluations out of a folder until what it returns is called: two would write the same predictions twice. The
 * lock of a process that is gone (killed, or the machine went down) is taken over. Throws `io` where the folder is in use.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'evaluation.lock')
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(file, `${process.pid}\n`, { flag: 'wx' })
      return () => rm(file, { force: true })
    } catch (error) {
      if (!isTaken(error)) throw error
      const owner = Number(await readFile(file, 'utf8').catch(() => ''))
      if (attempt > 0 || isRunning(owner)) throw inUse(folder, owner)
      await rm(file, { force: true })
    }
  }
}

function inUse(folder: string, owner: number): PlanwrightError {
  return new PlanwrightError({
    code: 'io',
    message: `Another evaluation (process ${owner}) is writing into ${folder}.`,
    wayOut: 'Wait until it has ended, or name another folder with --out.',
  })
}

/** Whether there is such a process, whoever owns it. */
function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
