import type { Sampling } from '../language-models/contract/generate.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { FormalizedFact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { SegmentOutcome } from '../planning/run-event.ts'
import type { Segment } from '../planning/segment.ts'

/** What an earlier run made of a segment, as its record has it. */
export interface EarlierTranslation {
  /** Absent where the record keeps no prompts. */
  readonly prompt: string | undefined
  readonly completion: string
  readonly outcome: SegmentOutcome
  readonly facts: readonly FormalizedFact[]
  readonly confidence: number
}

/** To ask about one segment with a prompt that a person wrote; the other segments stay as an earlier run has them. */
export interface RetranslateRequest {
  readonly text: string
  readonly domain: PlanningDomain
  readonly model: LanguageModel
  readonly segments: readonly Segment[]
  /** By the segment's number. */
  readonly earlier: ReadonlyMap<number, EarlierTranslation>
  readonly edited: { readonly segment: number; readonly prompt: string }
  /** Counted on from the attempts of the earlier run. */
  readonly attempt: number
  /** Greedy where absent. */
  readonly sampling?: Sampling
}

/** Why an attempt was made, where a person had changed its prompt. */
export const editedPromptReason = 'prompt-edited'
