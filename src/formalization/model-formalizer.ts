import { PlanwrightError } from '../base/planwright-error.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import { chatFormalizer } from './chat/chat-formalizer.ts'
import type { Formalizer } from './formalizer.ts'
import { smallModelFormalizer } from './small-model-formalizer.ts'
import { firstMarker } from './small-model-prompt.ts'

/** Translates with whatever strategy the model is made for, by what the model can do, never by its name. */
export const modelFormalizer: Formalizer = {
  async promptNames(request) {
    return (await (await strategyFor(request.model)).promptNames?.(request)) ?? []
  },
  async *formalize(request, signal) {
    return yield* (await strategyFor(request.model)).formalize(request, signal)
  },
  async *retranslate(request, signal) {
    const strategy = await strategyFor(request.model)
    if (strategy.retranslate !== undefined) return yield* strategy.retranslate(request, signal)
    const message = `The prompts of ${request.model.name} can't be changed.`
    throw new PlanwrightError({ code: 'unsupported', message })
  },
}

async function strategyFor(model: LanguageModel): Promise<Formalizer> {
  if (await speaksMarkers(model)) return smallModelFormalizer
  if (model.chatTemplate !== undefined) return chatFormalizer
  throw new PlanwrightError({
    code: 'unsupported',
    message: `${model.name} has no chat template and does not speak Planwright's own prompt language.`,
    wayOut: 'Choose an instruction-tuned model, or one of those that come with Planwright.',
  })
}

/** Our own models read each marker as one token; any other tokenizer takes several bytes for it. */
async function speaksMarkers(model: LanguageModel): Promise<boolean> {
  return (await model.countTokens(String.fromCharCode(firstMarker, firstMarker + 1))) === 2
}
