// The globals that Node and browsers share and our neutral rooms use. Only src/tsconfig.neutral.json reads this file:
// with Node's types or the DOM's in scope they come from there.

declare const performance: { now(): number }

declare const crypto: {
  getRandomValues<T extends Uint8Array | Uint16Array | Uint32Array>(array: T): T
  randomUUID(): string
}

declare class URL {
  constructor(url: string, base?: string | URL)
  readonly href: string
  readonly protocol: string
  readonly host: string
  readonly origin: string
  readonly pathname: string
  readonly search: string
}

interface AbortSignal {
  readonly aborted: boolean
  readonly reason: unknown
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

declare const AbortSignal: { any(signals: Iterable<AbortSignal>): AbortSignal; timeout(delayMs: number): AbortSignal }

declare class AbortController {
  readonly signal: AbortSignal
  abort(reason?: unknown): void
}

declare class TextEncoder {
  encode(text: string): Uint8Array
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string
}

declare function structuredClone<T>(value: T): T
declare function queueMicrotask(callback: () => void): void
declare function setTimeout(callback: () => void, delayMs: number): unknown
declare function clearTimeout(timer: unknown): void
