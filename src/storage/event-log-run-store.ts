import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlanwrightError } from '../base/planwright-error.ts'
import { type RunEvent, runEventSchema } from '../planning/run-event.ts'
import type { RunStore } from './run-store.ts'

const runIdPattern = /^run-[0-9a-z]+$/
const fileName = (runId: string) => {
  if (runIdPattern.test(runId)) return `${runId}.jsonl`
  throw new PlanwrightError({ code: 'invalid-input', message: `"${runId}" is not the name of a run.` })
}

const errorCode = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** One JSON Lines file a run under `folder`. */
export function createEventLogRunStore(folder: string): RunStore {
  return {
    async append(runId, events) {
      const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('')
      try {
        await mkdir(folder, { recursive: true })
        await appendFile(join(folder, fileName(runId)), lines, { flush: true })
      } catch (error) {
        throw storageError(error, folder)
      }
    },
    async read(runId) {
      try {
        return readLog(await readFile(join(folder, fileName(runId)), 'utf8'))
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return undefined
        throw error
      }
    },
    async list(limit) {
      try {
        const names = await readdir(folder)
        const ids = names.filter((name) => name.endsWith('.jsonl')).map((name) => name.slice(0, -'.jsonl'.length))
        return ids
          .filter((id) => runIdPattern.test(id))
          .sort()
          .reverse()
          .slice(0, limit)
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return []
        throw error
      }
    },
  }
}

/** A log may end in half a line (a crash while writing) and may hold events of a later version: both are left out. */
function readLog(text: string): RunEvent[] {
  return text.split('\n').flatMap((line) => {
    try {
      const event = runEventSchema.safeParse(JSON.parse(line))
      return event.success ? [event.data] : []
    } catch {
      return []
    }
  })
}

function storageError(error: unknown, folder: string): unknown {
  const code = errorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new PlanwrightError({
      code: 'io',
      message: `The disk is full: the run can't be kept in ${folder}.`,
      wayOut: 'Make room, or set PLANWRIGHT_HOME to a folder on another disk.',
      cause: error,
    })
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new PlanwrightError({
      code: 'io',
      message: `There is no permission to write in ${folder}.`,
      wayOut: 'Set PLANWRIGHT_HOME to a folder of your own.',
      cause: error,
    })
  }
  return error
}
