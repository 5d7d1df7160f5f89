import type { CompletionDetail, CompletionRequest, ModelStamp, Usage } from '../planning/run-event.ts'
import { names } from './attribute-names.ts'
import type { Attributes } from './span.ts'
import { real, whole } from './stretch.ts'

const { genAi, openInference, planwright } = names
/** The conventions' list of providers has no local one; others are allowed. */
const provider = 'llama.cpp'

export interface Completion {
  readonly model: ModelStamp | undefined
  readonly prompt: string | undefined
  /** Who says what in the prompt, where it is a conversation. */
  readonly turns?: readonly { readonly role: string; readonly length: number }[] | undefined
  readonly completion: string
  readonly usage: Usage
  readonly request: CompletionRequest | undefined
  readonly detail: CompletionDetail | undefined
  readonly finishReason: string
  /** Without what stands there under another name, or with the attempt. */
  readonly isLean: boolean
}

/** All that went into a completion and came out of it, by the names of both conventions. */
export function completionAttributes(one: Completion): Attributes {
  const { completion, detail, finishReason, isLean, model, prompt, usage } = one
  const { completionTokens, promptTokens } = usage
  return {
    ...modelAttributes(model),
    ...(isLean ? {} : requestAttributes(one.request)),
    [genAi.inputTokens]: whole(promptTokens),
    [genAi.outputTokens]: whole(completionTokens),
    [genAi.finishReasons]: [detail?.finishReason ?? finishReason],
    [genAi.timeToFirstChunk]: real(detail?.promptMs === undefined ? undefined : detail.promptMs / 1000),
    [genAi.inputMessages]:
      prompt === undefined || (isLean && one.turns === undefined)
        ? undefined
        : JSON.stringify(messagesOf(prompt, one.turns)),
    [genAi.outputMessages]: isLean ? undefined : JSON.stringify([message('assistant', completion)]),
    [openInference.input]: prompt,
    [openInference.output]: completion,
    [openInference.promptTokens]: whole(promptTokens),
    [openInference.completionTokens]: whole(completionTokens),
    [openInference.totalTokens]: whole(promptTokens + completionTokens),
    [planwright.tokens]:
      detail?.tokens === undefined
        ? undefined
        : JSON.stringify(detail.tokens.map(({ logprob, text }) => [text, logprob])),
  }
}

function modelAttributes(model: ModelStamp | undefined): Attributes {
  return {
    [genAi.operation]: 'text_completion',
    [genAi.provider]: provider,
    [planwright.backend]: model?.backend,
    [genAi.requestModel]: model?.id,
    [openInference.modelName]: model?.id,
    [openInference.spanKind]: 'LLM',
    [planwright.quantization]: model?.quantization,
    [planwright.sha256]: model?.sha256,
  }
}

/** How a completion was asked for. */
export function requestAttributes(request: CompletionRequest | undefined): Attributes {
  if (request === undefined) return {}
  const { grammar, maxTokens, sampling = {} } = request
  return {
    [genAi.maxTokens]: whole(maxTokens),
    [genAi.temperature]: real(sampling['temperature']),
    [genAi.topP]: real(sampling['topP']),
    [genAi.topK]: real(sampling['topK']),
    [genAi.seed]: whole(sampling['seed']),
    [openInference.invocationParameters]: JSON.stringify({ maxTokens, ...sampling }),
    [planwright.grammar]: grammar,
  }
}

const message = (role: string, content: string) => ({ role, parts: [{ type: 'text', content }] })

function messagesOf(prompt: string, turns: Completion['turns']) {
  if (turns === undefined) return [message('user', prompt)]
  let at = 0
  return turns.map(({ length, role }) => {
    const content = prompt.slice(at, at + length)
    at += length + 2
    return message(role, content)
  })
}
