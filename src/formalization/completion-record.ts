import type { GeneratePart, Sampling } from '../language-models/contract/generate.ts'
import type { CompletionDetail, CompletionRequest, Usage } from '../planning/run-event.ts'

/** A completion while it grows: its letters, and the log-probability of each token, to weigh and to explain what it says. */
export class CompletionRecord {
  text = ''
  usage: Usage = { promptTokens: 0, completionTokens: 0 }
  readonly #tokens: { readonly text: string; readonly end: number; readonly logprob: number }[] = []
  #end: Omit<CompletionDetail, 'tokens'> = {}

  take(part: GeneratePart): void {
    switch (part.type) {
      case 'token':
        this.text += part.text
        this.#tokens.push({ text: part.text, end: this.text.length, logprob: part.logprob })
        break
      case 'usage':
        this.usage = { promptTokens: part.promptTokens, completionTokens: part.completionTokens }
        break
      case 'timing':
        this.#end = { ...this.#end, promptMs: part.promptMs, generateMs: part.generateMs }
        break
      case 'end':
        this.#end = { ...this.#end, finishReason: part.finishReason }
    }
  }

  /** Log-probabilities of the tokens that end between two offsets of the text. */
  logprobs(start: number, end: number): number[] {
    return this.#tokens.filter((token) => token.end > start && token.end <= end).map(({ logprob }) => logprob)
  }

  get detail(): CompletionDetail {
    return { ...this.#end, tokens: this.#tokens.map(({ logprob, text }) => ({ text, logprob: rounded(logprob) })) }
  }
}

/** Four places tell 99.99 % from 100 %; -Infinity, which JSON has not, becomes a probability of nothing all the same. */
const rounded = (logprob: number) => Math.max(-1e6, Math.round(logprob * 1e4) / 1e4)

/** How a completion was asked for, as it stands in a run. */
export function completionRequest(asked: {
  readonly grammar: string
  readonly maxTokens: number
  readonly sampling: Sampling
}): CompletionRequest {
  const { grammar, maxTokens, sampling } = asked
  const given = Object.entries(sampling).filter((entry): entry is [string, number] => entry[1] !== undefined)
  return { grammar, maxTokens, sampling: Object.fromEntries(given) }
}
