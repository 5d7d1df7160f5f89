import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { AddedModel } from '../../api/models-contract.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { bringIn, checkPlace, checkRoom, type ModelPlace } from './incoming-file.ts'
import { modelIdOf } from './model-name.ts'

/** A model that is being sent. */
export interface SentModel {
  /** As it was announced. */
  readonly sizeBytes: number
  readonly chunks: AsyncIterable<Uint8Array>
  readonly signal: AbortSignal
}

/** Throws `invalid-input` or `io` for what could not be received. */
export async function checkReceivable(place: ModelPlace, sizeBytes: number): Promise<void> {
  checkPlace(place)
  await checkRoom(place.home, place.name, sizeBytes)
}

/** Takes in a model as it comes over a wire, to disk and never into memory. Throws as `addModel`, and the signal's reason. */
export async function receiveModel(place: ModelPlace, sent: SentModel): Promise<AddedModel> {
  await checkReceivable(place, sent.sizeBytes)
  await bringIn(place, async (part) => {
    const file = createWriteStream(part, { flags: 'wx', flush: true })
    await pipeline(checkedChunks(place.name, sent), file, { signal: sent.signal })
  })
  return { modelId: modelIdOf(place.name), how: 'received' }
}

/** Ends with the first bytes what is no GGUF file, and what is longer or shorter than was announced. */
async function* checkedChunks(name: string, { chunks, sizeBytes }: SentModel): AsyncGenerator<Uint8Array> {
  let received = 0
  let start = Buffer.alloc(0)
  for await (const chunk of chunks) {
    received += chunk.length
    if (received > sizeBytes) throw brokenOff(name, 'more came than was announced')
    if (start.length < 4) {
      start = Buffer.concat([start, chunk]).subarray(0, 4)
      if (start.length === 4 && start.toString('latin1') !== 'GGUF') {
        throw new PlanwrightError({
          code: 'model-load',
          message: `${name} is not a GGUF model.`,
          wayOut: 'Choose a file that ends in .gguf.',
        })
      }
    }
    yield chunk
  }
  if (received < sizeBytes) throw brokenOff(name, `${sizeBytes - received} bytes did not come`)
}

const brokenOff = (name: string, how: string) =>
  new PlanwrightError({ code: 'io', message: `${name} was not received whole: ${how}.`, wayOut: 'Send it again.' })
