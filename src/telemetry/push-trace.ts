import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { readProtobufFields } from './protobuf-fields.ts'
import { headersVariable, type TraceReceiver } from './trace-receiver.ts'

/** What came of sending; `message` and `wayOut` are sentences for people, `address` is where it went. */
export type PushOutcome =
  | { readonly status: 'accepted'; readonly address: string }
  | {
      readonly status: 'partly-accepted'
      readonly address: string
      readonly rejectedSpans: number
      readonly message: string
    }
  | {
      readonly status: 'refused'
      readonly address: string
      readonly httpStatus: number
      readonly message: string
      readonly wayOut?: string
    }
  | { readonly status: 'unreachable'; readonly address: string; readonly message: string; readonly wayOut?: string }

export interface PushOptions {
  /** 10 s where absent. */
  readonly timeoutMs?: number
  /** Plain where absent: every receiver takes that. */
  readonly gzip?: boolean
}

const mostAnswerBytes = 64 * 1024

/** Sends a trace, an `ExportTraceServiceRequest` in protobuf, once: who asked sees what came of it and may ask again. */
export async function pushTrace(
  body: Uint8Array<ArrayBuffer>,
  { headers, url }: TraceReceiver,
  { gzip = false, timeoutMs = 10_000 }: PushOptions = {},
): Promise<PushOutcome> {
  const address = `${url.origin}${url.pathname}`
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: gzip ? gzipSync(body) : body,
      headers: {
        ...headers,
        'content-type': 'application/x-protobuf',
        ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      },
      // A trace holds what a person wrote: it goes to the address they named and nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const answer = { type: response.headers.get('content-type') ?? '', bytes: await firstBytes(response) }
    if (response.ok) return { address, ...acceptance(answer) }
    return { status: 'refused', address, httpStatus: response.status, ...refusal(response, answer) }
  } catch (error) {
    return { status: 'unreachable', address, ...unreachable(error, { host: url.host, timeoutMs }) }
  }
}

interface Answer {
  readonly type: string
  readonly bytes: Uint8Array
}

/** A receiver's answer is short; more than its beginning is not read. */
async function firstBytes(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    length += part.length
    if (length > mostAnswerBytes) break
  }
  return Buffer.concat(parts)
}

const partialSchema = z.object({
  partialSuccess: z
    .object({ rejectedSpans: z.coerce.number().int().min(0).default(0), errorMessage: z.string().default('') })
    .optional(),
})

function acceptance(answer: Answer) {
  const { errorMessage, rejectedSpans } = partialSuccess(answer)
  if (rejectedSpans === 0 && errorMessage === '') return { status: 'accepted' as const }
  return { status: 'partly-accepted' as const, rejectedSpans, message: errorMessage }
}

function partialSuccess({ bytes, type }: Answer): { rejectedSpans: number; errorMessage: string } {
  if (type.includes('json')) {
    const read = partialSchema.safeParse(jsonOf(bytes)).data?.partialSuccess
    return read ?? { rejectedSpans: 0, errorMessage: '' }
  }
  const partial = readProtobufFields(bytes)?.get(1)
  const fields = partial instanceof Uint8Array ? readProtobufFields(partial) : undefined
  const rejected = fields?.get(1)
  return { rejectedSpans: typeof rejected === 'bigint' ? Number(rejected) : 0, errorMessage: textOf(fields?.get(2)) }
}

const waysOut: Readonly<Record<number, string>> = {
  401: `Set ${headersVariable} to the key it asks for, and start Planwright again.`,
  403: `Set ${headersVariable} to a key that may write traces, and start Planwright again.`,
  404: 'Check the path of the address: it often ends in /v1/traces.',
  405: 'Check the path of the address: it often ends in /v1/traces.',
  413: 'It takes only smaller traces; save the run as a file instead.',
  415: 'It does not take protobuf; save the run as a file and send that.',
  429: 'Wait a little and send it again.',
  503: 'Wait a little and send it again.',
}

const meanings: Readonly<Record<number, string>> = {
  401: 'wants to know who sends',
  403: 'does not let this sender write',
  404: 'has nothing at this path',
  405: 'takes nothing at this path',
  413: 'finds the trace too large',
  415: 'does not take traces in protobuf',
  429: 'is busy',
  503: 'is busy',
}

function refusal(response: Response, answer: Answer): { message: string; wayOut?: string } {
  const { status } = response
  const isRedirect = status >= 300 && status < 400
  const meaning = isRedirect ? 'sends elsewhere, which is not followed' : (meanings[status] ?? 'did not take the trace')
  const said = saidIn(answer)
  const message = `The receiver ${meaning} (HTTP ${status})${said === '' ? '.' : `: ${said}`}`
  const elsewhere = isRedirect ? response.headers.get('location') : null
  const wayOut = elsewhere === null ? waysOut[status] : `Send it to ${elsewhere} if that is meant.`
  return wayOut === undefined ? { message } : { message, wayOut }
}

/** A refusal is a `google.rpc.Status`, in protobuf or JSON, or a line of text; a page is not worth reading out. */
function saidIn({ bytes, type }: Answer): string {
  if (type.includes('protobuf')) return textOf(readProtobufFields(bytes)?.get(2)).slice(0, 300)
  if (type.includes('json')) {
    const read = z
      .object({ message: z.string() })
      .or(z.object({ error: z.string() }))
      .safeParse(jsonOf(bytes)).data
    return read === undefined ? '' : ('message' in read ? read.message : read.error).slice(0, 300)
  }
  return type.startsWith('text/plain') ? textOf(bytes).trim().slice(0, 300) : ''
}

const textOf = (bytes: bigint | Uint8Array | undefined) =>
  bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : ''

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes))
  } catch {
    return undefined
  }
}

function unreachable(error: unknown, { host, timeoutMs }: { host: string; timeoutMs: number }) {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return {
      message: `${host} did not answer within ${timeoutMs / 1000} s.`,
      wayOut: 'Send it again, or check the address.',
    }
  }
  const codes: Readonly<Record<string, string>> = {
    ECONNREFUSED: `Nothing listens at ${host}.`,
    ENOTFOUND: `There is no machine called ${host}.`,
    EAI_AGAIN: `The name ${host} can't be looked up now.`,
    ECONNRESET: `${host} broke the connection off.`,
  }
  const cause = error instanceof Error ? error.cause : undefined
  const code = causeCode(cause)
  const known = codes[code]
  if (known !== undefined) return { message: known, wayOut: 'Start the receiver, or check the address.' }
  const why = cause instanceof Error && cause.message !== '' ? cause.message : String(error)
  return { message: `${host} can't be reached: ${why}.` }
}

/** A name with several addresses fails with all their errors together. */
function causeCode(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return causeCode(cause.errors[0])
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
