import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import { classifyAnswers, classifyGrammar } from './completion.ts'
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
  let answer = ''
  let logprob = 0
  for await (const part of named.model.generate([request], signal)) {
    if (part.type !== 'token') continue
    answer += part.text
    logprob += part.logprob
  }
  const at = classifyAnswers(ids).indexOf(answer)
  const domain = named.domains[at]
  return { ...(domain === undefined ? {} : { domain }), confidence: Math.exp(Math.min(0, logprob)) }
}
