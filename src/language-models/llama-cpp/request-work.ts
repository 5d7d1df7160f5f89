import type { Token } from 'node-llama-cpp'
import type { FinishReason, GeneratePart, GenerateRequest } from '../contract/generate.ts'
import type { CompletionText } from './completion-text.ts'
import { StopWatch } from './stop-watch.ts'
import type { ChosenToken, TokenChoice } from './token-choice.ts'

/** Where a request comes from: the batch of a `generate` call, and its index there. */
export interface RequestAddress {
  readonly batch: number
  readonly request: number
}

export type Emit = (batch: number, part: GeneratePart) => void

/** A request while it is computed: what is still to be read, and what was said. */
export class RequestWork {
  readonly address: RequestAddress
  /** Tokens that the model has not read yet. */
  pending: Uint32Array
  /** Tokens that it has. */
  position: number
  readonly #request: GenerateRequest
  readonly #choice: TokenChoice
  readonly #text: CompletionText
  readonly #stops: StopWatch
  readonly #emit: Emit
  readonly #promptTokens: number
  readonly #startedMs = performance.now()
  #firstTokenMs: number | undefined
  #completionTokens = 0

  constructor(named: {
    address: RequestAddress
    request: GenerateRequest
    prompt: Uint32Array
    /** Tokens of the prompt that the slot has read already. */
    reused: number
    choice: TokenChoice
    text: CompletionText
    emit: Emit
  }) {
    this.address = named.address
    this.pending = named.prompt.subarray(named.reused)
    this.position = named.reused
    this.#request = named.request
    this.#choice = named.choice
    this.#text = named.text
    this.#emit = named.emit
    this.#promptTokens = named.prompt.length
    this.#stops = new StopWatch(named.request.stop ?? [])
  }

  get isReadingPrompt(): boolean {
    return this.position < this.#promptTokens
  }

  choose(row: number): Promise<ChosenToken | undefined> {
    return this.#choice.choose(row)
  }

  /** Takes the chosen token in; answers whether the request has ended. */
  accept(chosen: ChosenToken | undefined, named: { isEnd: boolean; contextTokens: number }): boolean {
    this.#firstTokenMs ??= performance.now()
    if (chosen === undefined) {
      this.end('error', 'The grammar permits no token that the model knows here. Check the grammar.')
      return true
    }
    if (named.isEnd) {
      this.end('stop')
      return true
    }
    this.#completionTokens++
    const { shown, stopped } = this.#stops.push({
      text: this.#text.push(chosen.token as Token),
      logprob: chosen.logprob,
    })
    for (const part of shown) this.#token(part)
    if (stopped) {
      this.#finish('stop')
      return true
    }
    if (this.#completionTokens >= this.#request.maxTokens || this.position + 1 >= named.contextTokens) {
      this.end('length')
      return true
    }
    this.pending = Uint32Array.of(chosen.token)
    return false
  }

  end(finishReason: FinishReason, message?: string): void {
    for (const part of this.#stops.flush()) this.#token(part)
    this.#finish(finishReason, message)
  }

  #token(part: { text: string; logprob: number }): void {
    this.#emit(this.address.batch, { request: this.address.request, type: 'token', ...part })
  }

  #finish(finishReason: FinishReason, message?: string): void {
    const { batch, request } = this.address
    const now = performance.now()
    const firstTokenMs = this.#firstTokenMs ?? now
    const usage = { promptTokens: this.#promptTokens, completionTokens: this.#completionTokens }
    this.#emit(batch, { request, type: 'usage', ...usage })
    const timing = { promptMs: firstTokenMs - this.#startedMs, generateMs: now - firstTokenMs }
    this.#emit(batch, { request, type: 'timing', ...timing })
    this.#emit(batch, { request, type: 'end', finishReason, ...(message === undefined ? {} : { message }) })
  }
}
