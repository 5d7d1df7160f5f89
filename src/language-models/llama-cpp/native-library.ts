import type { Llama, LlamaContext, LlamaModel } from 'node-llama-cpp'
import { z } from 'zod'

/**
 * What node-llama-cpp 3.22.1 keeps inside: its own binding to llama.cpp. Its public calls hide two things we need:
 * which tokens are in a batch (mixed prompts and single tokens are slow), and the distribution before the grammar
 * masks it. Only this file knows these names; the version is pinned, and loading fails with a clear word if they go.
 */
export interface NativeContext {
  initBatch(tokens: number): void
  /** Answers the rows of logits that the batch will have for `outputs`, indexes into `tokens`. */
  addToBatch(sequence: number, position: number, tokens: Uint32Array, outputs: Uint32Array): Uint32Array
  decodeBatch(): Promise<void>
  sampleToken(row: number, sampler: NativeSampler, ...wanted: WantedSample): Promise<NativeSample>
  disposeSequence(sequence: number): void
  /** Forgets the tokens from `start` up to, not including, `end`; answers whether it could. */
  removeTokenCellsFromSequence(sequence: number, start: number, end: number): boolean
  setThreads(threads: number): void
}

export type WantedSample = [probabilities: false, confidence: false, logits: LogitFilter, totalWeight: true]

type LogitFilter = [tokens: number[], highest: false, lowest: false, selected: boolean, top: number]

/** `logits` alternates token and logit, highest first; `totalWeight` is the sum of exp(logit - highest logit). */
export type NativeSample = [token: number, unknown, unknown, logits: number[] | undefined, totalWeight: number]

export interface NativeSampler {
  applyConfig(config: { temperature: number }): void
  dispose(): void
}

export type NativeGrammar = { readonly grammar: unique symbol }
export type NativeGrammarState = { readonly grammarState: unique symbol }

interface NativeBindings {
  readonly AddonSampler: {
    new (model: object): NativeSampler
    acceptGrammarEvaluationStateToken(state: NativeGrammarState, token: number): void
    canBeNextTokenForGrammarEvaluationState(state: NativeGrammarState, token: number): boolean
  }
  readonly AddonGrammar: {
    new (grammar: string, options: { addonExports: NativeBindings; rootRuleName: string }): NativeGrammar
  }
  readonly AddonGrammarEvaluationState: {
    new (model: object, grammar: NativeGrammar): NativeGrammarState
    new (state: NativeGrammarState): NativeGrammarState
  }
}

export interface NativeLibrary {
  readonly context: NativeContext
  createSampler(): NativeSampler
  /** Throws where the grammar cannot be parsed. */
  createGrammarState(grammar: string): NativeGrammarState
  cloneGrammarState(state: NativeGrammarState): NativeGrammarState
  grammarAllows(state: NativeGrammarState, token: number): boolean
  grammarAccept(state: NativeGrammarState, token: number): void
}

const methods = z.object({
  initBatch: z.function(),
  addToBatch: z.function(),
  decodeBatch: z.function(),
  sampleToken: z.function(),
  disposeSequence: z.function(),
  removeTokenCellsFromSequence: z.function(),
  setThreads: z.function(),
})

/** Throws where the library is not the version that this file was written for. */
export function openNativeLibrary(named: { llama: Llama; model: LlamaModel; context: LlamaContext }): NativeLibrary {
  const bindings: NativeBindings = Reflect.get(named.llama, '_bindings')
  const model: object = Reflect.get(named.model, '_model')
  const context: NativeContext = Reflect.get(named.context, '_ctx')
  const isKnown =
    methods.safeParse(
      context && Object.fromEntries(Object.keys(methods.shape).map((key) => [key, Reflect.get(context, key)])),
    ).success &&
    typeof bindings?.AddonSampler?.canBeNextTokenForGrammarEvaluationState === 'function' &&
    typeof bindings.AddonGrammarEvaluationState === 'function'
  if (!isKnown) throw new Error('the installed node-llama-cpp is not version 3.22.1')
  const { AddonSampler, AddonGrammar, AddonGrammarEvaluationState } = bindings
  return {
    context,
    createSampler: () => new AddonSampler(model),
    createGrammarState: (grammar) => {
      const parsed = new AddonGrammar(grammar, { addonExports: bindings, rootRuleName: 'root' })
      return new AddonGrammarEvaluationState(model, parsed)
    },
    cloneGrammarState: (state) => new AddonGrammarEvaluationState(state),
    grammarAllows: (state, token) => AddonSampler.canBeNextTokenForGrammarEvaluationState(state, token),
    grammarAccept: (state, token) => AddonSampler.acceptGrammarEvaluationStateToken(state, token),
  }
}
