import { PlanwrightError } from '../base/planwright-error.ts'

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** Of SQLite's own result codes (sqlite.org/rescode.html), the lower byte. */
const resultOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0

const permission = 3
const busy = 5
const readOnly = 8
const damaged = 11
const full = 13
const cannotOpen = 14
const notADatabase = 26

/** A store that can't be read any more: to be set aside. */
export const isDamaged = (error: unknown): boolean => [damaged, notADatabase].includes(resultOf(error))

/** Nothing can be written there; what is there may be read all the same. */
export const isReadOnly = (error: unknown): boolean =>
  ['EACCES', 'EROFS', 'EPERM'].includes(codeOf(error)) || [permission, readOnly, cannotOpen].includes(resultOf(error))

/** What the system says of a file, in words and with a way out; anything else as it is. */
export function storageError(error: unknown, home: string): unknown {
  const [code, result] = [codeOf(error), resultOf(error)]
  const failure = (message: string, wayOut: string) =>
    new PlanwrightError({ code: 'io', message, wayOut, cause: error })
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) || result === full) {
    return failure(
      `The disk is full: the run can't be kept in ${home}.`,
      'Make room, or set PLANWRIGHT_HOME to a folder on another disk.',
    )
  }
  if (isReadOnly(error)) {
    return failure(`There is no permission to write in ${home}.`, 'Set PLANWRIGHT_HOME to a folder of your own.')
  }
  if (result === busy) return failure(`Another program holds the store in ${home}.`, 'Close it and try again.')
  if (isDamaged(error)) {
    return failure(
      `The store in ${home} is damaged.`,
      'Close every Planwright and start it again: it sets the damaged store aside and goes on with a new one.',
    )
  }
  return error
}
