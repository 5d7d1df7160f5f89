import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rmdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BinnedModel } from '../../api/models-contract.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { modelsFolder, putInPlace } from './incoming-file.ts'
import { modelIdOf } from './model-name.ts'

const binFolder = (home: string) => join(modelsFolder(home), 'bin')
/** Each lies in a folder of its own, named by when it came there: two may have the same name. */
const keyPattern = /^(\d+)-[0-9a-f]+$/

/** Puts a model's file aside; returns its key in the bin. */
export async function putIntoBin(home: string, file: string, nowMs: number): Promise<string> {
  const key = `${Math.round(nowMs)}-${randomBytes(3).toString('hex')}`
  await mkdir(join(binFolder(home), key), { recursive: true })
  await rename(file, join(binFolder(home), key, basename(file)))
  return key
}

/** What lies in the bin, the last removed first. */
export async function readBin(home: string): Promise<BinnedModel[]> {
  const keys = await readdir(binFolder(home)).catch(() => [])
  const models = await Promise.all(keys.filter((key) => keyPattern.test(key)).map((key) => readKey(home, key)))
  return models.flat().sort((left, right) => right.removedMs - left.removedMs)
}

async function readKey(home: string, key: string): Promise<BinnedModel[]> {
  const folder = join(binFolder(home), key)
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.gguf$/i.test(name))
  const removedMs = Number(keyPattern.exec(key)?.[1])
  return Promise.all(
    names.map(async (name) => ({ key, name, sizeBytes: (await stat(join(folder, name))).size, removedMs })),
  )
}

/** Takes a model out of the bin again; returns its id. Throws `not-found`, `invalid-input` where its name is taken by now. */
export async function takeFromBin(home: string, key: string): Promise<string> {
  const known = (await readBin(home)).find((one) => one.key === key)
  if (known === undefined) {
    throw new PlanwrightError({ code: 'not-found', message: 'This model is not in the bin any more.' })
  }
  const folder = join(binFolder(home), known.key)
  await putInPlace(join(folder, known.name), join(modelsFolder(home), known.name), known.name)
  await rmdir(folder).catch(() => {})
  return modelIdOf(known.name)
}
