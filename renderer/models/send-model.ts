import { type AddedModel, addProgressSchema } from '../../src/api/models-contract.ts'
import { modelStrings } from './strings.ts'

const words = modelStrings.refused

/** Whether the file begins as GGUF files do: a large one that does not need not be sent at all. */
export async function isGgufFile(file: Blob): Promise<boolean> {
  return (await file.slice(0, 4).text()) === 'GGUF'
}

export interface Sending {
  readonly signal: AbortSignal
  readonly onProgress: (sentBytes: number) => void
}

/** Sends a model's file to the engine that served this page, as it lies on disk. Throws a `Failure`. */
export function sendModel(file: File, { onProgress, signal }: Sending): Promise<AddedModel> {
  const { promise, reject, resolve } = Promise.withResolvers<AddedModel>()
  const broken = { code: 'io', message: words.sending(file.name), wayOut: words.sendingWayOut }
  // `fetch` does not tell how much of a body has been sent.
  const request = new XMLHttpRequest()
  request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
  request.addEventListener('error', () => reject(broken))
  request.addEventListener('abort', () => reject(signal.reason))
  request.addEventListener('load', () => {
    const { data } = addProgressSchema.safeParse(readJson(request.responseText))
    if (data?.type === 'added') resolve(data.model)
    else reject(data?.type === 'failed' ? data.failure : broken)
  })
  const abort = () => request.abort()
  signal.addEventListener('abort', abort, { once: true })
  request.open('PUT', `/upload/models/${encodeURIComponent(file.name)}`)
  request.send(file)
  return promise.finally(() => signal.removeEventListener('abort', abort))
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
