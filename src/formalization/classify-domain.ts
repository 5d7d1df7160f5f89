import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import { classifyAnswers, classifyGrammar } from './completion.ts'
import { CompletionRecord, completionRequest } from './completion-record.ts'
import type { DomainChoice } from './open-formalization.ts'
import { classifyPrompt } from './small-model-prompt.ts'

/** Which planning problem the text poses, by the model's word; `domain` is absent where it says: none. */
export async function classifyDomain(
  named: { text: string; domains: readonly PlanningDomain[]; model: LanguageModel },
  signal: AbortSignal,
): Promise<DomainChoice> {
  const ids = named.domains.map((domain) => domain.id)
  const request = {
    prompt: classifyPrompt(named.text),
    grammar: classifyGrammar(ids),
    maxTokens: 4,
    sampling: { temperature: 0 },
  }
  const record = new CompletionRecord()
  for await (const part of named.model.generate([request], signal)) record.take(part)
  const { detail, text: completion, usage } = record
  const domain = named.domains[classifyAnswers(ids).indexOf(completion)]
  const logprob = record.logprobs(0, completion.length).reduce((sum, one) => sum + one, 0)
  return {
    ...(domain === undefined ? {} : { domain }),
    confidence: Math.exp(Math.min(0, logprob)),
    asked: { ...completionRequest(request), ...detail, prompt: request.prompt, completion, usage },
  }
}
