import type { GenerateRequest } from '../../language-models/contract/generate.ts'
import type { LanguageModel } from '../../language-models/contract/language-model.ts'
import type { CompletionDetail, Usage } from '../../planning/run-event.ts'
import { CompletionRecord } from '../completion-record.ts'
import type { FormalizeEvent } from '../formalizer.ts'
import { generationFailed } from '../generation-failed.ts'

export interface GeneratedText {
  readonly completion: string
  readonly usage: Usage
  readonly detail: CompletionDetail
  /** Geometric mean of the token probabilities between two offsets of the completion. */
  probability(this: void, start: number, end: number): number
}

/** One completion, told token by token. */
export async function* generateText(
  model: LanguageModel,
  request: GenerateRequest,
  named: { signal: AbortSignal; onToken?: (text: string) => FormalizeEvent },
): AsyncGenerator<FormalizeEvent, GeneratedText> {
  const record = new CompletionRecord()
  for await (const part of model.generate([request], named.signal)) {
    record.take(part)
    if (part.type === 'token' && named.onToken !== undefined) yield named.onToken(part.text)
    if (part.type === 'end' && part.finishReason === 'error') throw generationFailed(part.message)
  }
  named.signal.throwIfAborted()
  const probability = (start: number, end: number) => {
    const inside = record.logprobs(start, end)
    const sum = inside.reduce((total, logprob) => total + logprob, 0)
    return Math.exp(Math.min(0, sum / Math.max(1, inside.length)))
  }
  return { completion: record.text, usage: record.usage, detail: record.detail, probability }
}
