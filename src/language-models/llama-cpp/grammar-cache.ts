import type { NativeGrammarState, NativeLibrary } from './native-library.ts'

const maxGrammars = 32

/** Parses each grammar once; a request starts with a copy of its first state. */
export class GrammarCache {
  readonly #library: NativeLibrary
  readonly #log: readonly string[]
  readonly #states = new Map<string, NativeGrammarState>()

  constructor(library: NativeLibrary, log: readonly string[]) {
    this.#library = library
    this.#log = log
  }

  /** Throws where the grammar cannot be parsed, with what llama.cpp said about it. */
  start(grammar: string): NativeGrammarState {
    const known = this.#states.get(grammar)
    if (known !== undefined) return this.#library.cloneGrammarState(known)
    const state = this.#parse(grammar)
    const [oldest] = this.#states.keys()
    if (this.#states.size >= maxGrammars && oldest !== undefined) this.#states.delete(oldest)
    this.#states.set(grammar, state)
    return this.#library.cloneGrammarState(state)
  }

  #parse(grammar: string): NativeGrammarState {
    const before = this.#log.length
    try {
      return this.#library.createGrammarState(grammar)
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error)
      throw new Error(`The grammar is not GBNF: ${[cause, ...this.#log.slice(before)].join('; ')}`, { cause: error })
    }
  }
}
