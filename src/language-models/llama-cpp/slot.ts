import type { NativeContext, NativeSampler } from './native-library.ts'

/** A place for one request at a time: a sequence of the context, and the tokens that the model has read in it. */
export class Slot {
  readonly sequence: number
  readonly sampler: NativeSampler
  readonly #context: NativeContext
  #held: number[] = []

  constructor(named: { sequence: number; sampler: NativeSampler; context: NativeContext }) {
    this.sequence = named.sequence
    this.sampler = named.sampler
    this.#context = named.context
  }

  /** Forgets what does not fit this prompt, and answers how many of its tokens need not be read again. */
  reuse(prompt: readonly number[]): number {
    let shared = 0
    // The last token of the prompt is always read: its logits are what is wanted.
    while (shared < prompt.length - 1 && prompt[shared] === this.#held[shared]) shared++
    if (shared === 0 || !this.#forgetFrom(shared)) {
      this.clear()
      return 0
    }
    this.#held.length = shared
    return shared
  }

  hold(tokens: Uint32Array): void {
    for (const token of tokens) this.#held.push(token)
  }

  clear(): void {
    this.#context.disposeSequence(this.sequence)
    this.#held = []
  }

  #forgetFrom(start: number): boolean {
    const end = this.#held.length
    return start === end || this.#context.removeTokenCellsFromSequence(this.sequence, start, end)
  }
}
