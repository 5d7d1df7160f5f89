import type { Sampling } from '../language-models/contract/generate.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { Diagnostic } from '../planning/diagnostic.ts'
import type { FormalizedFact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { UndatedRunEvent } from '../planning/run-event.ts'
import type { PromptTexts } from './prompts/prompt-writer.ts'
import type { RetranslateRequest } from './retranslate.ts'

/** Events of a run that come from formalizing, before the run numbers and dates them. */
export type FormalizeEvent = Extract<
  UndatedRunEvent,
  {
    type:
      | 'segments'
      | 'domain'
      | 'attempt-start'
      | 'segment-start'
      | 'token'
      | 'segment-end'
      | 'attempt-end'
      | 'formalization'
  }
>

export interface FormalizeLimits {
  /** Repairs after the first attempt; 0 for none. */
  readonly repairs: number
  /** UTF-16 length of the problem text. */
  readonly textLength: number
  readonly segments: number
}

export const defaultFormalizeLimits: FormalizeLimits = { repairs: 2, textLength: 40_000, segments: 800 }

export interface FormalizeRequest {
  readonly text: string
  /** A domain's id, or `auto`: the model says which. */
  readonly domain: string
  readonly domains: readonly PlanningDomain[]
  readonly model: LanguageModel
  readonly limits: FormalizeLimits
  /** Of the first attempt; greedy where absent. */
  readonly sampling?: Sampling
  /** Texts of prompt templates by their names; those that are absent are built-in. */
  readonly prompts?: PromptTexts
}

/**
 * What formalizing came to. `incomplete` has facts that do not say all: there are segments that ended neither as facts nor
 * as "no constraint", or `errors`: facts that cannot all be meant, or that lack something.
 */
export type Formalization =
  | { readonly status: 'formalized'; readonly domain: PlanningDomain; readonly facts: readonly FormalizedFact[] }
  | {
      readonly status: 'incomplete'
      readonly domain: PlanningDomain
      readonly facts: readonly FormalizedFact[]
      readonly uncovered: readonly number[]
      readonly errors: readonly string[]
    }
  | { readonly status: 'malformed'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: 'not-a-problem' }

export type PromptNamesRequest = Pick<FormalizeRequest, 'domain' | 'domains' | 'limits' | 'model'>

/** Text → facts. Yields what happens as it happens; returns what came of it. Throws `cancelled` when the signal says so. */
export interface Formalizer {
  /** Names of the prompt templates that it may ask this model with; none where absent. */
  promptNames?(request: PromptNamesRequest): Promise<readonly string[]>
  formalize(request: FormalizeRequest, signal: AbortSignal): AsyncGenerator<FormalizeEvent, Formalization>
  /** The same for one segment whose prompt a person has changed, without repairs; absent where prompts can't be changed. */
  retranslate?(request: RetranslateRequest, signal: AbortSignal): AsyncGenerator<FormalizeEvent, Formalization>
}
