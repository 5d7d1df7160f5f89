import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const cookieName = 'planwright-session'

/**
 * Who may speak to a served engine: the browser that opened the printed address. Its token works once and is exchanged for a
 * cookie that no script can read and no other site sends. Host and Origin are checked against DNS rebinding.
 */
export class Access {
  readonly token = randomBytes(24).toString('base64url')
  readonly #session = randomBytes(32).toString('base64url')
  #tokenUsed = false

  /** The cookie to set where the token is right and fresh. */
  exchange(token: string): string | undefined {
    if (this.#tokenUsed || !isSame(token, this.token)) return undefined
    this.#tokenUsed = true
    return `${cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  isKnown(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(';').map((one) => one.trim())
    return cookies.some(
      (one) => one.startsWith(`${cookieName}=`) && isSame(one.slice(cookieName.length + 1), this.#session),
    )
  }

  /** `origin` may be absent on plain page loads, never on a WebSocket. */
  isHere(request: IncomingMessage, port: number, needsOrigin: boolean): boolean {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
    if (!hosts.includes(request.headers.host ?? '')) return false
    const { origin } = request.headers
    return origin === undefined ? !needsOrigin : hosts.some((host) => origin === `http://${host}`)
  }
}

function isSame(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}
