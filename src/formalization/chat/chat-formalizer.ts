import type { ChatMessage } from '../../language-models/contract/generate.ts'
import { asksForRepair } from '../../planning/diagnostic.ts'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import type { Segment } from '../../planning/segment.ts'
import { completionRequest } from '../completion-record.ts'
import { concludeFormalization } from '../conclude-formalization.ts'
import type { FormalizeEvent, FormalizeRequest, Formalizer } from '../formalizer.ts'
import { type Judgement, judgeTranslations } from '../judge-translations.ts'
import { type DomainChoice, openFormalization } from '../open-formalization.ts'
import { strictWriter } from '../prompts/prompt-writer.ts'
import { editedPromptReason } from '../retranslate.ts'
import type { SegmentTranslation } from '../segment-translation.ts'
import { chatClassifyGrammar, chatGrammar, readChatCompletion } from './chat-completion.ts'
import {
  asMessages,
  chatClassifyMessages,
  chatMessages,
  chatTemplates,
  type PromptedMessage,
  repairMessages,
} from './chat-prompt.ts'
import { type GeneratedText, generateText } from './generate-text.ts'

const maxAnswerTokens = 3000

/**
 * For chat models of a billion parameters and more: the whole problem at once, with worked examples, facts tied to numbered
 * sentences. What is wrong is told to the model, which writes all lines again; the attempt with the fewest complaints stays.
 */
export const chatFormalizer: Formalizer = {
  async promptNames({ domain, domains, limits }) {
    const asked = domain === 'auto' ? domains.map(({ id }) => id) : [domain]
    return [
      ...(domain === 'auto' ? [chatTemplates.classify] : []),
      chatTemplates.translate,
      chatTemplates.problem,
      ...asked.map(chatTemplates.example),
      ...(limits.repairs > 0 ? [chatTemplates.repair] : []),
    ]
  },
  async *formalize(request, signal) {
    const opened = yield* openFormalization(request, () => askForDomain(request, signal))
    if (opened === undefined) return { status: 'not-a-problem' }
    const { domain, segments } = opened
    const { model, text } = request
    const grammar = chatGrammar(domain.factSchema)
    const write = strictWriter(request.prompts)
    const first = chatMessages({ text, segments, schema: domain.factSchema }, write)
    const all = segments.map((segment) => segment.index)
    let messages: PromptedMessage[] = first
    let best: Judgement | undefined
    let attempt = 0
    for (; attempt <= request.limits.repairs && (best === undefined || best.complaints > 0); attempt++) {
      const reason = attempt === 0 ? 'first' : reasonOf(best)
      const sampling =
        attempt === 0 ? (request.sampling ?? { temperature: 0 }) : { temperature: 0.4, topP: 0.95, seed: attempt }
      const asked = { grammar, maxTokens: maxAnswerTokens, sampling }
      yield { type: 'attempt-start', attempt, segments: all, reason, request: completionRequest(asked) }
      yield { type: 'segment-start', attempt, segment: 0, ...asOneText(messages) }
      const answer = yield* generateText(
        model,
        { ...asked, messages: asMessages(messages) },
        {
          signal,
          onToken: (words): FormalizeEvent => ({ type: 'token', attempt, segment: 0, text: words }),
        },
      )
      const result = judge(request, { domain, segments, answer })
      yield* segmentEnds(result, answer, attempt)
      const isBetter = best === undefined || result.judgement.complaints < best.complaints
      const diagnostics = [...result.judgement.diagnostics]
      yield { type: 'attempt-end', attempt, kept: isBetter ? all : [], diagnostics }
      if (isBetter) best = result.judgement
      const before = { messages: first, domain: domain.id }
      const { completion } = answer
      messages = repairMessages(before, { completion, diagnostics: result.judgement.diagnostics }, write)
    }
    return yield* concludeFormalization(domain, best ?? judgeTranslations(text, domain, []), attempt)
  },
  /** A chat model is asked about all segments at once: the prompt, as one message, is that of the whole problem. */
  async *retranslate(request, signal) {
    const { attempt, domain, edited, model, sampling = { temperature: 0 }, segments, text } = request
    const all = segments.map((segment) => segment.index)
    const messages: ChatMessage[] = [{ role: 'user', content: edited.prompt }]
    const asked = { grammar: chatGrammar(domain.factSchema), maxTokens: maxAnswerTokens, sampling }
    const reason = editedPromptReason
    yield { type: 'attempt-start', attempt, segments: all, reason, request: completionRequest(asked) }
    yield { type: 'segment-start', attempt, segment: 0, ...asOneText(messages) }
    const answer = yield* generateText(
      model,
      { ...asked, messages },
      { signal, onToken: (words): FormalizeEvent => ({ type: 'token', attempt, segment: 0, text: words }) },
    )
    const result = judge({ text }, { domain, segments, answer })
    yield* segmentEnds(result, answer, attempt)
    yield { type: 'attempt-end', attempt, kept: all, diagnostics: [...result.judgement.diagnostics] }
    return yield* concludeFormalization(domain, result.judgement, attempt + 1)
  },
}

const asOneText = (messages: readonly Pick<ChatMessage, 'role' | 'content'>[]) => ({
  prompt: messages.map((one) => one.content).join('\n\n'),
  turns: messages.map(({ content, role }) => ({ role, length: content.length })),
})

const reasonOf = (judged: Judgement | undefined) => {
  const errors = (judged?.diagnostics ?? []).filter(asksForRepair)
  return [...new Set(errors.map((one) => one.code))].join(', ')
}

async function askForDomain(request: FormalizeRequest, signal: AbortSignal): Promise<DomainChoice> {
  const ids = request.domains.map((one) => one.id)
  const schemas = request.domains.map((one) => one.factSchema)
  const messages = asMessages(chatClassifyMessages(request.text, schemas, strictWriter(request.prompts)))
  const asked = { messages, grammar: chatClassifyGrammar(ids), maxTokens: 8, sampling: { temperature: 0 } }
  const generating = generateText(request.model, asked, { signal })
  let step = await generating.next()
  while (!step.done) step = await generating.next()
  const { completion, detail, probability, usage } = step.value
  const domain = request.domains.find((one) => one.id === completion)
  const { prompt } = asOneText(messages)
  return {
    ...(domain === undefined ? {} : { domain }),
    confidence: probability(0, completion.length),
    asked: { ...completionRequest(asked), ...detail, prompt, completion, usage },
  }
}

interface Judged {
  readonly translations: readonly SegmentTranslation[]
  readonly judgement: Judgement
}

function judge(
  { text }: Pick<FormalizeRequest, 'text'>,
  { answer, domain, segments }: { answer: GeneratedText; domain: PlanningDomain; segments: readonly Segment[] },
): Judged {
  const { completion } = answer
  const schema = domain.factSchema
  const reading = readChatCompletion({ text, segments, schema, completion, lineConfidence: answer.probability })
  const judgement = judgeTranslations(text, domain, reading.translations)
  const diagnostics = [...reading.diagnostics, ...judgement.diagnostics]
  const complaints = judgement.complaints + reading.diagnostics.length
  return { translations: reading.translations, judgement: { ...judgement, diagnostics, complaints } }
}

/** One end for each sentence; the whole completion and its tokens are told with the first. */
function* segmentEnds(
  { judgement, translations }: Judged,
  answer: GeneratedText,
  attempt: number,
): Generator<FormalizeEvent> {
  for (const { confidence, outcome, segment } of translations) {
    const isFirst = segment.index === 0
    yield {
      type: 'segment-end',
      attempt,
      segment: segment.index,
      outcome,
      completion: isFirst ? answer.completion : '',
      facts: judgement.facts.filter((fact) => fact.span.segment === segment.index),
      confidence,
      usage: isFirst ? answer.usage : { promptTokens: 0, completionTokens: 0 },
      ...(isFirst ? { detail: answer.detail } : {}),
    }
  }
}
