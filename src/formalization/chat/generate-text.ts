import type { GenerateRequest } from '../../language-models/contract/generate.ts'
import type { LanguageModel } from '../../language-models/contract/language-model.ts'
import type { Usage } from '../../planning/run-event.ts'
import type { FormalizeEvent } from '../formalizer.ts'
import { generationFailed } from '../generation-failed.ts'

export interface GeneratedText {
  readonly completion: string
  readonly usage: Usage
  /** Geometric mean of the token probabilities between two offsets of the completion. */
  probability(this: void, start: number, end: number): number
}

/** One completion, told token by token. */
export async function* generateText(
  model: LanguageModel,
  request: GenerateRequest,
  named: { signal: AbortSignal; onToken?: (text: string) => FormalizeEvent },
): AsyncGenerator<FormalizeEvent, GeneratedText> {
  let completion = ''
  let usage: Usage = { promptTokens: 0, completionTokens: 0 }
  const tokens: { end: number; logprob: number }[] = []
  for await (const part of model.generate([request], named.signal)) {
    if (part.type === 'token') {
      completion += part.text
      tokens.push({ end: completion.length, logprob: part.logprob })
      if (named.onToken !== undefined) yield named.onToken(part.text)
    } else if (part.type === 'usage') {
      usage = { promptTokens: part.promptTokens, completionTokens: part.completionTokens }
    } else if (part.type === 'end' && part.finishReason === 'error') {
      throw generationFailed(part.message)
    }
  }
  named.signal.throwIfAborted()
  const probability = (start: number, end: number) => {
    const inside = tokens.filter((token) => token.end > start && token.end <= end)
    const sum = inside.reduce((total, token) => total + token.logprob, 0)
    return Math.exp(Math.min(0, sum / Math.max(1, inside.length)))
  }
  return { completion, usage, probability }
}
