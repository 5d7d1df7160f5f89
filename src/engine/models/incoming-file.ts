import { randomBytes } from 'node:crypto'
import { link, mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { readGgufHeader } from '../../language-models/gguf-header.ts'
import { checkModelName, modelIdOf } from './model-name.ts'

/** Where a model is to lie. */
export interface ModelPlace {
  /** PLANWRIGHT_HOME. */
  readonly home: string
  /** Its file's own name. */
  readonly name: string
  /** Ids that models have already. */
  readonly takenIds: readonly string[]
}

export const modelsFolder = (home: string): string => join(home, 'models')
const partPattern = /\.(\d+)-[0-9a-f]+\.part$/

/** Throws `invalid-input` where the name is none or is taken. */
export function checkPlace({ name, takenIds }: ModelPlace): void {
  checkModelName(name)
  const id = modelIdOf(name).toLowerCase()
  if (takenIds.some((taken) => taken.toLowerCase() === id)) throw nameTaken(name)
}

const nameTaken = (name: string) =>
  new PlanwrightError({
    code: 'invalid-input',
    message: `There is another model called ${modelIdOf(name)} already.`,
    wayOut: 'Give the new one another name, or remove the other first.',
  })

/** Throws `io` where the disk of the models has no room for it. */
export async function checkRoom(home: string, name: string, sizeBytes: number): Promise<void> {
  await mkdir(modelsFolder(home), { recursive: true })
  const { bavail, bsize } = await statfs(modelsFolder(home))
  const freeBytes = bavail * bsize
  if (sizeBytes <= freeBytes) return
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`
  throw new PlanwrightError({
    code: 'io',
    message: `${name} has ${gigabytes(sizeBytes)}; ${gigabytes(freeBytes)} are free on the disk of ${home}.`,
    wayOut: 'Make room on the disk, or take a smaller quantization.',
  })
}

/**
 * Lets `fill` write a model's file beside its place and puts it there when it is whole and its header is a model's. Whatever goes
 * wrong, nothing stays behind, and no other file is touched. Throws `model-load` for what is no model.
 */
export async function bringIn<T>(place: ModelPlace, fill: (part: string) => Promise<T>): Promise<T> {
  const { home, name } = place
  checkPlace(place)
  const folder = modelsFolder(home)
  await mkdir(folder, { recursive: true })
  await sweepParts(folder)
  const part = join(folder, `.${name}.${process.pid}-${randomBytes(4).toString('hex')}.part`)
  try {
    const filled = await fill(part)
    await checkModelFile(part, name)
    await putInPlace(part, join(folder, name), name)
    return filled
  } finally {
    await rm(part, { force: true })
  }
}

/** Throws `model-load` (`not-found`, `io`) for a file that is no whole GGUF model. */
export async function checkModelFile(file: string, name: string): Promise<void> {
  const reading = await readGgufHeader(file, name)
  if (reading.status === 'read') return
  const { message, status, wayOut } = reading
  const code = status === 'not-found' ? 'not-found' : status === 'unreadable' ? 'io' : 'model-load'
  throw new PlanwrightError({ code, message, wayOut })
}

/** Moves a file to a place that is free. Throws `invalid-input` where it is not: a second name never overwrites, as renaming would. */
export async function putInPlace(part: string, target: string, name: string): Promise<void> {
  try {
    await link(part, target)
    await rm(part)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw nameTaken(name)
    // A file system without second names, such as exFAT.
    const isThere = await stat(target).then(
      () => true,
      () => false,
    )
    if (isThere) throw nameTaken(name)
    await rename(part, target)
  }
}

/** What processes that are gone left behind. */
async function sweepParts(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    const pid = Number(partPattern.exec(file)?.[1])
    if (Number.isSafeInteger(pid) && !isRunning(pid)) await rm(join(folder, file), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
