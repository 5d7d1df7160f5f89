import { PlanwrightError } from '../base/planwright-error.ts'

/** The one place where keys of a receiver may stand; they are never written anywhere. */
export const headersVariable = 'PLANWRIGHT_OTLP_HEADERS'

/** Where traces are sent to, and with what headers. */
export interface TraceReceiver {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The receiver at an address: `http://localhost:6006` stands for its `/v1/traces`, a path is taken as it is. Throws
 * `invalid-input` for what is no address, or holds a password.
 */
export function readReceiver(address: string, secretHeaders: string | undefined): TraceReceiver {
  const url = URL.parse(address.trim())
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: `"${address}" is no address to send a trace to.`,
      wayOut: 'Write it like http://localhost:6006.',
    })
  }
  if (url.username !== '' || url.password !== '') {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: 'An address must not hold a password.',
      wayOut: `Set ${headersVariable}="authorization=Basic%20…" for Planwright instead.`,
    })
  }
  url.hash = ''
  if (url.pathname === '/') url.pathname = '/v1/traces'
  return { url, headers: readHeaders(secretHeaders ?? '') }
}

/** `name=value,name=value`, values percent-encoded where they need it, as OTEL_EXPORTER_OTLP_HEADERS is written. */
function readHeaders(text: string): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [index, pair] of text.split(',').entries()) {
    if (pair.trim() === '') continue
    const [, name = '', value = ''] = /^\s*([\w!#$%&'*+.^`|~-]+)\s*=(.*)$/s.exec(pair) ?? []
    const decoded = percentDecoded(value.trim())
    // What stands there is secret and stays unsaid.
    if (name === '' || decoded === undefined || /[^\t\x20-\x7e]/.test(decoded)) {
      throw new PlanwrightError({
        code: 'invalid-input',
        message: `Header ${index + 1} of ${headersVariable} can't be read.`,
        wayOut: 'Write name=value,name=value, with %2C for a comma.',
      })
    }
    headers[name.toLowerCase()] = decoded
  }
  return headers
}

function percentDecoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
