import { constants, createReadStream, createWriteStream } from 'node:fs'
import { copyFile, link, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { AddEvent, AddedModel } from '../../api/models-contract.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { fileSha256 } from '../../language-models/file-checksum.ts'
import { bringIn, checkModelFile, checkRoom, type ModelPlace, modelsFolder } from './incoming-file.ts'
import { modelIdOf } from './model-name.ts'

type Tell = (event: AddEvent) => void

/** What adding goes along with. */
export interface Adding {
  readonly tell: Tell
  readonly signal: AbortSignal
}

/**
 * Takes a GGUF file of this machine into the folder of models: as a clone or a second name where the disk can, which needs no room,
 * else as a copy. Throws `not-found`, `io`, `invalid-input` for a name that is taken, `model-load` for what is no model.
 */
export async function addModel(
  wanted: { readonly file: string; readonly name: string | undefined },
  place: Omit<ModelPlace, 'name'>,
  adding: Adding,
): Promise<AddedModel> {
  // A second name of a symbolic link would be one more link, not the file.
  const file = await realpath(wanted.file).catch(() => {
    throw new PlanwrightError({
      code: 'not-found',
      message: `There is no file ${wanted.file}.`,
      wayOut: 'Check the path of the model.',
    })
  })
  const name = wanted.name ?? basename(wanted.file)
  await checkModelFile(file, basename(wanted.file))
  const modelId = modelIdOf(name)
  if (await isPresent(file, join(modelsFolder(place.home), name), adding.signal)) return { modelId, how: 'present' }
  const how = await bringIn({ ...place, name }, (part) => fillFrom(file, { part, place: { ...place, name }, adding }))
  return { modelId, how }
}

async function isPresent(file: string, target: string, signal: AbortSignal): Promise<boolean> {
  const [there, found] = await Promise.all([stat(target).catch(() => undefined), stat(file)])
  if (there === undefined || there.size !== found.size) return false
  if (there.ino === found.ino && there.dev === found.dev) return true
  return (await fileSha256(target, { signal })) === (await fileSha256(file, { signal }))
}

interface Filling {
  readonly part: string
  readonly place: ModelPlace
  readonly adding: Adding
}

async function fillFrom(file: string, { adding, part, place }: Filling): Promise<'cloned' | 'linked' | 'copied'> {
  const succeeds = (attempt: Promise<void>) =>
    attempt.then(
      () => true,
      () => false,
    )
  if (await succeeds(copyFile(file, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE))) return 'cloned'
  if (await succeeds(link(file, part))) return 'linked'
  const totalBytes = (await stat(file)).size
  await checkRoom(place.home, place.name, totalBytes)
  let doneBytes = 0
  await pipeline(
    createReadStream(file, { highWaterMark: 1 << 20 }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        yield chunk
        doneBytes += chunk.length
        adding.tell({ type: 'progress', doneBytes, totalBytes })
      }
    },
    createWriteStream(part, { flags: 'wx', flush: true }),
    { signal: adding.signal },
  )
  return 'copied'
}
