import { z } from 'zod'
import { PlanwrightError } from '../base/planwright-error.ts'
import { currentNames } from './former-names.ts'
import { milliseconds } from './otlp-values.ts'
import { keyValuesSchema, readAttributes } from './read-any-value.ts'
import type { Span } from './span.ts'

const mostLetters = 50 * 1024 * 1024
const mostSpans = 100_000

/** One trace of a file. */
export interface ReadTrace {
  readonly traceId: string
  /** The service that wrote its first span, where it says so. */
  readonly service: string | undefined
  readonly spans: readonly Span[]
}

export interface ReadTraces {
  /** In the order of their first spans. */
  readonly traces: readonly ReadTrace[]
  /** Lines of another signal: metrics, logs. */
  readonly skippedLines: number
}

/** Hexadecimal as OTLP/JSON has it, or base64 as protobuf's own JSON would have it; nothing but zeros is no id. */
const idSchema = (bytes: number) =>
  z.string().transform((given, context): string => {
    const isHex = given.length === bytes * 2 && /^[0-9a-f]*$/i.test(given)
    const decoded = isHex ? given.toLowerCase() : Buffer.from(given, 'base64').toString('hex')
    if (decoded.length === bytes * 2 && /[^0]/.test(decoded)) return decoded
    context.addIssue({ code: 'custom', message: `"${given.slice(0, 40)}" is no id of ${bytes} bytes` })
    return z.NEVER
  })

const parentSchema = z
  .union([
    z.literal(''),
    z
      .string()
      .regex(/^0+$/)
      .transform(() => '' as const),
    idSchema(8),
  ])
  .nullish()
  .transform((id) => (id === '' || id === null ? undefined : id))

const timeSchema = z
  .union([z.string().regex(/^\d{1,20}$/), z.int().min(0)])
  .transform((nanos) => milliseconds(BigInt(nanos)))

const statusCodeSchema = z
  .union([z.literal([0, 'STATUS_CODE_UNSET']), z.literal([1, 'STATUS_CODE_OK']), z.literal([2, 'STATUS_CODE_ERROR'])])
  .default(0)

const spanSchema = z.object({
  traceId: idSchema(16),
  spanId: idSchema(8),
  parentSpanId: parentSchema,
  name: z.string().default(''),
  startTimeUnixNano: timeSchema,
  endTimeUnixNano: timeSchema.optional(),
  attributes: keyValuesSchema,
  events: z
    .array(z.object({ timeUnixNano: timeSchema.optional(), name: z.string().default(''), attributes: keyValuesSchema }))
    .default([]),
  status: z.object({ code: statusCodeSchema, message: z.string().default('') }).optional(),
})

const requestSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: keyValuesSchema }).optional(),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema).default([]) })).default([]),
    }),
  ),
})

/**
 * Reads OTLP JSON Lines (or one request over several lines), ours or another program's. Throws `invalid-input` with the number
 * of the line for what is no trace, and for more than 50 MB or 100,000 spans.
 */
export function readOtlp(text: string): ReadTraces {
  if (text.length > mostLetters) throw unreadable('The file is larger than 50 MB.', 'Take fewer traces at a time.')
  const traces = new Map<string, { service: string | undefined; spans: Span[] }>()
  let skippedLines = 0
  let count = 0
  for (const { line, value } of jsonValues(text)) {
    if (isOtherSignal(value)) {
      skippedLines += 1
      continue
    }
    const { data, error } = requestSchema.safeParse(camelCased(value))
    if (data === undefined) throw unreadable(`Line ${line} is no OpenTelemetry trace: ${firstIssue(error)}.`)
    for (const { resource, scopeSpans } of data.resourceSpans) {
      const service = readAttributes(resource?.attributes ?? [])['service.name']
      for (const one of scopeSpans.flatMap(({ spans }) => spans)) {
        count += 1
        if (count > mostSpans) throw unreadable(`Line ${line}: there are more than 100,000 spans.`)
        const trace = traces.get(one.traceId) ?? {
          service: typeof service === 'string' ? service : undefined,
          spans: [],
        }
        traces.set(one.traceId, trace)
        trace.spans.push(spanOf(one))
      }
    }
  }
  if (count === 0)
    throw unreadable('There is no span in this file.', 'It has to be OpenTelemetry traces as JSON Lines.')
  return { traces: [...traces].map(([traceId, trace]) => ({ traceId, ...trace })), skippedLines }
}

function spanOf(read: z.infer<typeof spanSchema>): Span {
  const { code, message } = read.status ?? { code: 0, message: '' }
  const startMs = read.startTimeUnixNano
  return {
    traceId: read.traceId,
    spanId: read.spanId,
    parentSpanId: read.parentSpanId,
    name: read.name,
    startMs,
    endMs: Math.max(startMs, read.endTimeUnixNano ?? startMs),
    attributes: currentNames(readAttributes(read.attributes)),
    events: read.events.map(({ attributes, name, timeUnixNano }) => ({
      name,
      timeMs: timeUnixNano ?? startMs,
      attributes: readAttributes(attributes),
    })),
    status:
      code === 2 || code === 'STATUS_CODE_ERROR'
        ? { code: 'error', message }
        : { code: code === 1 || code === 'STATUS_CODE_OK' ? 'ok' : 'unset' },
  }
}

function* jsonValues(text: string): Generator<{ line: number; value: unknown }> {
  const whole = text.trimStart().startsWith('{\n') || text.trimStart().startsWith('[') ? parsed(text) : undefined
  if (whole !== undefined) {
    for (const value of Array.isArray(whole.value) ? whole.value : [whole.value]) yield { line: 1, value }
    return
  }
  let line = 0
  // A mark that says UTF-8 is no part of the first line.
  for (const words of text.replace(/^\uFEFF/, '').split('\n')) {
    line += 1
    if (words.trim() === '') continue
    const read = parsed(words)
    if (read === undefined) throw unreadable(`Line ${line} is not JSON.`)
    yield { line, value: read.value }
  }
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const isOtherSignal = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  ['resourceLogs', 'resourceMetrics', 'resource_logs', 'resource_metrics'].some((name) => name in value)

/** Some programs write the names of protobuf's fields as they stand in its files. */
function camelCased(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('resource_spans' in value)) return value
  return renamed(value, 0)
}

function renamed(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > 64) return value
  if (Array.isArray(value)) return value.map((item) => renamed(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      renamed(item, depth + 1),
    ]),
  )
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined ? 'it has another form' : `${issue.path.join('.') || 'it'}: ${issue.message}`
}

const unreadable = (message: string, wayOut?: string) =>
  new PlanwrightError({ code: 'invalid-input', message, ...(wayOut === undefined ? {} : { wayOut }) })
