import type { GenerateRequest, Sampling } from '../language-models/contract/generate.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { Segment } from '../planning/segment.ts'
import { readCompletion } from './completion.ts'
import { CompletionRecord } from './completion-record.ts'
import type { LocatedFact } from './fact-reader.ts'
import type { FormalizeEvent } from './formalizer.ts'
import { generationFailed } from './generation-failed.ts'
import { collectFacts, type SegmentTranslation } from './segment-translation.ts'
import { type MarkedPrompt, markSegment } from './small-model-prompt.ts'

export interface TranslateRequest {
  readonly text: string
  readonly domain: PlanningDomain
  readonly model: LanguageModel
  readonly segments: readonly Segment[]
  readonly attempt: number
  readonly sampling: Sampling
  readonly grammar: string
  /** One for each segment, where they are not those that the text makes. */
  readonly prompts?: readonly MarkedPrompt[]
}

/** Room for the answer: the longest sentences state some twenty facts of nine tokens. */
export const maxAnswerTokens = 320

/** Asks the model for all segments at once; yields tokens as they come, and each segment as it ends. */
export async function* translateSegments(
  request: TranslateRequest,
  signal: AbortSignal,
): AsyncGenerator<FormalizeEvent, SegmentTranslation[]> {
  const { attempt, domain, grammar, model, sampling, segments, text } = request
  const prompts = request.prompts ?? segments.map((segment) => markSegment(text, segment, domain.id))
  const requests: GenerateRequest[] = prompts.map(({ prompt }) => ({
    prompt,
    grammar,
    maxTokens: maxAnswerTokens,
    sampling,
  }))
  const answers = segments.map(
    (segment, index) => new SegmentAnswer(segment, prompts[index] ?? { prompt: '', marked: [] }),
  )
  const translations: SegmentTranslation[] = []
  for await (const part of model.generate(requests, signal)) {
    const answer = answers[part.request]
    if (answer === undefined) continue
    const at = { attempt, segment: answer.segment.index }
    answer.record.take(part)
    if (answer.isNew && (part.type === 'token' || part.type === 'end')) {
      answer.isNew = false
      yield { type: 'segment-start', ...at, prompt: answer.prompt.prompt }
    }
    if (part.type === 'token') yield { type: 'token', ...at, text: part.text }
    if (part.type === 'end') {
      if (part.finishReason === 'error') throw generationFailed(part.message)
      const translation = answer.finish(domain, part.finishReason === 'stop')
      translations.push(translation)
      const { detail, text: completion, usage } = answer.record
      const { facts } = collectFacts(text, domain.factSchema, [translation])
      const { outcome, confidence } = translation
      yield { type: 'segment-end', ...at, outcome, completion, facts, confidence, usage, detail }
    }
  }
  signal.throwIfAborted()
  return translations
}

/** The answer to a segment while it grows. */
class SegmentAnswer {
  readonly segment: Segment
  readonly prompt: MarkedPrompt
  readonly record = new CompletionRecord()
  isNew = true

  constructor(segment: Segment, prompt: MarkedPrompt) {
    this.segment = segment
    this.prompt = prompt
  }

  finish(domain: PlanningDomain, complete: boolean): SegmentTranslation {
    const { record, segment } = this
    const confidence = this.#probability(0, record.text.length)
    if (!complete) return { segment, outcome: 'cut-off', facts: [], confidence }
    const reading = readCompletion(record.text, domain.factSchema, this.prompt.marked)
    if (reading.status === 'malformed') return { segment, outcome: 'malformed', facts: [], confidence }
    if (reading.status === 'no-constraint') return { segment, outcome: 'no-constraint', facts: [], confidence }
    const facts: LocatedFact[] = reading.facts.map((fact) => ({
      predicate: fact.predicate,
      args: fact.args,
      segment,
      confidence: this.#probability(fact.start, fact.end),
    }))
    return { segment, outcome: 'facts', facts, confidence }
  }

  #probability(start: number, end: number): number {
    const sum = this.record.logprobs(start, end).reduce((total, logprob) => total + logprob, 0)
    return Math.exp(Math.min(0, sum))
  }
}
