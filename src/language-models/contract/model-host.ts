import type { PlainError } from '../../base/planwright-error.ts'
import type { LanguageModel } from './language-model.ts'

export interface LoadOptions {
  /** The window of one request; at most what the model was trained for, which is the default (and no more than 4096). */
  readonly contextTokens?: number
  /** Requests computed side by side, default 8; the others wait. */
  readonly sequences?: number
  /** `calibrate` (the default) measures and takes the fastest: more threads are often slower for a tiny model. */
  readonly threads?: number | 'calibrate'
  /** `false` (the default) stays on the processor. */
  readonly gpu?: false | 'auto'
}

export type LoadStage = 'checking' | 'checksum' | 'loading' | 'calibrating'

/** `fraction` of the stage, 0 to 1. */
export interface LoadProgress {
  readonly stage: LoadStage
  readonly fraction: number
}

/** `error` names cause and way out; codes: `not-found`, `model-load`, `cancelled`, `unsupported`, `io`. */
export type LoadOutcome =
  | { readonly status: 'loaded'; readonly model: LanguageModel }
  | { readonly status: 'failed'; readonly error: PlainError }

export interface LoadRequest {
  /** Path of the model's file. */
  readonly file: string
  /** How the catalogue calls it; the file's name where absent. */
  readonly id?: string
  /** What the file must be; noise in the weights loads without an error and makes the model talk nonsense. */
  readonly expectedSha256?: string
  readonly options?: LoadOptions
  readonly onProgress?: (progress: LoadProgress) => void
}

/** Loads models, each on its own: one that fails or dies leaves the others alone. */
export interface ModelHost {
  load(request: LoadRequest, signal: AbortSignal): Promise<LoadOutcome>
}
