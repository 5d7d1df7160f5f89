import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddEvent } from '../../api/models-contract.ts'
import { failureOf } from '../models/failure-of.ts'
import type { ModelLibrary } from '../models/model-library.ts'

const prefix = '/upload/models/'

/** The name of the model that a request sends; undefined where it is another request. */
export function uploadedName(request: IncomingMessage, path: string): string | undefined {
  return request.method === 'PUT' && path.startsWith(prefix) ? decodeURIComponent(path.slice(prefix.length)) : undefined
}

/** Takes in the model that a browser sends, as it comes; answers with the `AddEvent` that it ended with. */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  upload: { readonly library: ModelLibrary; readonly name: string },
): Promise<void> {
  // What was refused has been dealt with as it should be: an error of HTTP would stand in the browser's console as a fault.
  const answer = (event: AddEvent) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(event))
  const sizeBytes = Number(request.headers['content-length'] ?? Number.NaN)
  if (!Number.isSafeInteger(sizeBytes)) {
    answer({ type: 'failed', failure: { code: 'invalid-input', message: 'The length of the file was not announced.' } })
    request.resume()
    return
  }
  const left = new AbortController()
  request.on('close', () => request.complete || left.abort(new Error('The browser went away.')))
  try {
    // What is refused is read to its end all the same: a browser hears no answer while it is still sending.
    const chunks = request.iterator({ destroyOnReturn: false })
    const model = await upload.library.receive(upload.name, { chunks, sizeBytes, signal: left.signal })
    answer({ type: 'added', model })
  } catch (error) {
    if (left.signal.aborted) return
    answer({ type: 'failed', failure: failureOf(error) })
    request.resume()
  }
}
