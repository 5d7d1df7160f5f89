import type { IncomingMessage, ServerResponse } from 'node:http'
import { failureOf } from '../models/failure-of.ts'
import type { ModelLibrary } from '../models/model-library.ts'

const prefix = '/upload/models/'

/** The name of the model that a request sends; undefined where it is another request. */
export function uploadedName(request: IncomingMessage, path: string): string | undefined {
  return request.method === 'PUT' && path.startsWith(prefix) ? decodeURIComponent(path.slice(prefix.length)) : undefined
}

/** Takes in the model that a browser sends, as it comes; answers with `AddedModel`, or with a `Failure`. */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  upload: { readonly library: ModelLibrary; readonly name: string },
): Promise<void> {
  const answer = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const sizeBytes = Number(request.headers['content-length'] ?? Number.NaN)
  if (!Number.isSafeInteger(sizeBytes)) {
    answer(411, { code: 'invalid-input', message: 'The length of the file was not announced.' })
    return
  }
  const left = new AbortController()
  request.on('close', () => request.complete || left.abort(new Error('The browser went away.')))
  try {
    // What is refused is read to its end all the same: a browser hears no answer while it is still sending.
    const chunks = request.iterator({ destroyOnReturn: false })
    answer(200, await upload.library.receive(upload.name, { chunks, sizeBytes, signal: left.signal }))
  } catch (error) {
    if (left.signal.aborted) return
    answer(422, failureOf(error))
    request.resume()
  }
}
