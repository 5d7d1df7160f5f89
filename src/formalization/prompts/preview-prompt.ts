import { PlanwrightError } from '../../base/planwright-error.ts'
import type { Diagnostic } from '../../planning/diagnostic.ts'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import type { TemplateDiagnostic } from '../../planning/prompt-template.ts'
import {
  chatClassifyMessages,
  chatMessages,
  chatTemplates,
  type PromptedMessage,
  repairMessages,
} from '../chat/chat-prompt.ts'
import { segmentText } from '../segmenter.ts'
import { classifyPrompt, markSegment } from '../small-model-prompt.ts'
import { findBuiltInPrompt } from './built-in-prompts.ts'
import { checkPrompt, type PromptTexts, writePrompt } from './prompt-writer.ts'

export interface PreviewRequest {
  /** The template that is looked at. */
  readonly name: string
  readonly prompts: PromptTexts
  readonly problemText: string
  /** A domain's id. */
  readonly domain: string
  readonly domains: readonly PlanningDomain[]
}

/** What a model would be asked. `raw` is a prompt of its own, in no conversation. */
export interface PromptPreview {
  readonly messages: readonly (PromptedMessage | RawPrompt)[]
  readonly diagnostics: readonly TemplateDiagnostic[]
}

interface RawPrompt {
  readonly role: 'raw'
  readonly content: string
  readonly template: string
}

/** An answer with something wrong in it, to show what a repair asks: an unreadable line, and words that are not there. */
const sampleAnswer = {
  completion: 'The facts are as follows.\n1 participant("Nobody")\n',
  diagnostics: [
    { severity: 'error', code: 'syntax', message: 'this line is no fact: The facts are as follows.' },
    {
      severity: 'error',
      code: 'not-in-text',
      message: '"Nobody" does not stand in the text',
      span: { segment: 0, start: 0, end: 0 },
    },
  ] satisfies Diagnostic[],
}

/** What a model is asked where this template comes in. Throws `not-found` for a template or a domain nobody knows. */
export function previewPrompt(request: PreviewRequest): PromptPreview {
  const { domains, name, problemText, prompts } = request
  const template = findBuiltInPrompt(name)
  if (template === undefined) {
    throw new PlanwrightError({ code: 'not-found', message: `There is no prompt template "${name}".` })
  }
  const diagnostics = checkPrompt(template, Object.hasOwn(prompts, name) ? (prompts[name] ?? '') : template.text)
  const write: Parameters<typeof chatMessages>[1] = (wanted, values) => writePrompt(wanted, values, prompts).text
  const domain = domains.find(({ id }) => id === request.domain)
  if (domain === undefined) {
    throw new PlanwrightError({ code: 'not-found', message: `There is no planning domain "${request.domain}".` })
  }
  const segments = segmentText(problemText)
  if (template.role === 'fixed') {
    const pieces = segments.map((segment) => markSegment(problemText, segment, domain.id).prompt)
    const raw = [classifyPrompt(problemText), ...pieces]
    return { diagnostics, messages: raw.map((content): RawPrompt => ({ role: 'raw', content, template: name })) }
  }
  if (name === chatTemplates.classify) {
    const schemas = domains.map(({ factSchema }) => factSchema)
    return { diagnostics, messages: chatClassifyMessages(problemText, schemas, write) }
  }
  const messages = chatMessages({ text: problemText, segments, schema: domain.factSchema }, write)
  if (name !== chatTemplates.repair) return { diagnostics, messages }
  return { diagnostics, messages: repairMessages({ messages, domain: domain.id }, sampleAnswer, write) }
}
