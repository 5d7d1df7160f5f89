import type { LlamaModel, Token } from 'node-llama-cpp'

/** Tokens before a token that decide about its leading space. */
const memory = 3
/** The bytes of one character. */
const maxBytes = 4

/** Turns tokens into text as they come; the bytes of one character come as one text. */
export class CompletionText {
  readonly #model: LlamaModel
  #shown: Token[]
  #pending: Token[] = []

  constructor(model: LlamaModel, prompt: readonly Token[]) {
    this.#model = model
    this.#shown = prompt.slice(-memory)
  }

  push(token: Token): string {
    this.#pending.push(token)
    const text = this.#model.detokenize(this.#pending, false, this.#shown)
    if (text.endsWith('\uFFFD') && this.#pending.length < maxBytes) return ''
    this.#shown = [...this.#shown, ...this.#pending].slice(-memory)
    this.#pending = []
    return text
  }
}
