import { type FileHandle, mkdir, open, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { PlanwrightError } from '../base/planwright-error.ts'
import { lockFolder } from './folder-lock.ts'
import { type Prediction, predictionSchema } from './prediction.ts'

/** Predictions on disk, a line each; a second evaluation goes on where the first was stopped. */
export interface PredictionsFile {
  /** What was there, and what was added. */
  readonly predictions: readonly Prediction[]
  has(id: string, model: string): boolean
  /** On disk when it resolves. Throws `io` where there is no room. */
  add(prediction: Prediction): Promise<void>
  close(): Promise<void>
}

const keyOf = (id: string, model: string) => `${model}\u0000${id}`

/**
 * Opens `predictions.jsonl` in a folder and makes both where they are missing. A torn last line (the machine went
 * down while it was written) is cut off; any other line that is no prediction is an error that names it. Until it is
 * closed, nobody else can open it.
 */
export async function openPredictions(folder: string): Promise<PredictionsFile> {
  const file = join(folder, 'predictions.jsonl')
  const handle = await withClearErrors(folder, async () => {
    await mkdir(folder, { recursive: true })
    return open(file, 'a')
  })
  let unlock = () => {}
  try {
    unlock = await withClearErrors(folder, async () => lockFolder(folder))
    const predictions = await withClearErrors(folder, () => readPredictions(file))
    return await keepPredictions({ folder, handle, predictions, unlock })
  } catch (error) {
    await handle.close()
    unlock()
    throw error
  }
}

async function keepPredictions(opened: {
  folder: string
  handle: FileHandle
  predictions: Prediction[]
  unlock: () => void
}): Promise<PredictionsFile> {
  const { folder, handle, predictions, unlock } = opened
  const done = new Set(predictions.map(({ id, model }) => keyOf(id, model)))
  let length = (await handle.stat()).size
  return {
    predictions,
    has: (id, model) => done.has(keyOf(id, model)),
    async add(prediction) {
      const line = `${JSON.stringify(prediction)}\n`
      try {
        await withClearErrors(folder, async () => {
          await handle.appendFile(line)
          await handle.datasync()
        })
      } catch (error) {
        // Half a line would be in the way of the next one.
        await handle.truncate(length).catch(() => {})
        throw error
      }
      length += Buffer.byteLength(line)
      predictions.push(prediction)
      done.add(keyOf(prediction.id, prediction.model))
    },
    async close() {
      await handle.close()
      unlock()
    },
  }
}

async function readPredictions(file: string): Promise<Prediction[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  })
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole))
  return whole.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [readLine(file, line, index + 1)]))
}

function readLine(file: string, line: string, number: number): Prediction {
  try {
    return predictionSchema.parse(JSON.parse(line))
  } catch (error) {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: `${file}, line ${number} is no prediction of this version of Planwright.`,
      wayOut: 'Repair or remove the line, or name another folder with --out.',
      cause: error,
    })
  }
}

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** What to say where the system refuses to write. */
const refusals: Readonly<Record<string, (folder: string) => string>> = {
  ENOSPC: (folder) => `The disk is full: nothing more fits into ${folder}.`,
  EDQUOT: (folder) => `The disk quota is used up: nothing more fits into ${folder}.`,
  EFBIG: (folder) => `The file size limit is reached: nothing more fits into ${folder}.`,
  EACCES: (folder) => `There is no permission to write in ${folder}.`,
  EROFS: (folder) => `${folder} can't be written to.`,
  ENOTDIR: (folder) => `${folder} is no folder.`,
  EEXIST: (folder) => `${folder} is no folder.`,
}

const spaceCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Runs a piece of file work; a full disk and the like end in words and a way out. */
export async function withClearErrors<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const message = refusals[codeOf(error)]?.(folder)
    if (message === undefined) throw error
    throw new PlanwrightError({
      code: 'io',
      message,
      wayOut: spaceCodes.has(codeOf(error))
        ? 'Make room or name another folder with --out. What was predicted is kept: the same command goes on from there.'
        : 'Name another folder with --out.',
      cause: error,
    })
  }
}
