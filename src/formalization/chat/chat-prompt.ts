import type { ChatMessage } from '../../language-models/contract/generate.ts'
import { asksForRepair, type Diagnostic } from '../../planning/diagnostic.ts'
import type { FactSchema, PredicateSchema } from '../../planning/fact-schema.ts'
import type { Segment } from '../../planning/segment.ts'
import { findBuiltInPrompt } from '../prompts/built-in-prompts.ts'
import type { PromptWriter } from '../prompts/prompt-writer.ts'
import { readWorkedExample, type WorkedExample } from '../prompts/worked-example.ts'

/** A message, and the template that it was written with; an answer of the model has none. */
export interface PromptedMessage extends ChatMessage {
  readonly template?: string
}

/** Names of the templates of a chat, by what they are for. */
export const chatTemplates = {
  translate: 'chat-translate',
  problem: 'chat-problem',
  repair: 'chat-repair',
  classify: 'chat-classify',
  example: (domain: string) => `chat-example-${domain}`,
} as const

const factValues = ({ args, doc, name }: PredicateSchema) => ({
  name,
  arguments: args.map((arg) => (arg.optional ? `${arg.name}?` : arg.name)).join(', '),
  meaning: doc,
})

/** Sentences of the problem, each with its number, from 1. */
export function numberedSentences(text: string, segments: readonly Segment[]): string {
  return segments
    .map((one) => `${one.index + 1}: ${text.slice(one.start, one.end).replaceAll(/\s*\n\s*/g, ' / ')}`)
    .join('\n')
}

/** The whole problem at once, with the vocabulary and a worked example. */
export function chatMessages(
  problem: { readonly text: string; readonly segments: readonly Segment[]; readonly schema: FactSchema },
  write: PromptWriter,
): PromptedMessage[] {
  const { schema, segments, text } = problem
  const { domain } = schema
  const system = write(chatTemplates.translate, { domain, facts: schema.predicates.map(factValues) })
  const exampleName = chatTemplates.example(domain)
  const example = writeExample(exampleName, write)
  const pose = (sentences: string, whole: string) => write(chatTemplates.problem, { sentences, text: whole, domain })
  const shown: PromptedMessage[] =
    example === undefined
      ? []
      : [
          { role: 'user', content: pose(example.problem, withoutNumbers(example.problem)), template: exampleName },
          { role: 'assistant', content: example.answer, template: exampleName },
        ]
  return [
    { role: 'system', content: system, template: chatTemplates.translate },
    ...shown,
    { role: 'user', content: pose(numberedSentences(text, segments), text), template: chatTemplates.problem },
  ]
}

/** Not every kind of problem has one. */
const writeExample = (name: string, write: PromptWriter): WorkedExample | undefined =>
  findBuiltInPrompt(name) === undefined ? undefined : readWorkedExample(write(name, {}))

const withoutNumbers = (sentences: string) => sentences.replaceAll(/^\d+: /gm, '')

/** The same conversation, gone on with what was wrong. */
export function repairMessages(
  before: { readonly messages: readonly PromptedMessage[]; readonly domain: string },
  answer: { readonly completion: string; readonly diagnostics: readonly Diagnostic[] },
  write: PromptWriter,
): PromptedMessage[] {
  const complaints = answer.diagnostics.filter(asksForRepair).map(({ message, span }) => ({
    where: span === undefined ? '' : `sentence ${span.segment + 1}: `,
    message,
  }))
  const content = write(chatTemplates.repair, { complaints, domain: before.domain })
  return [
    ...before.messages,
    { role: 'assistant', content: answer.completion },
    { role: 'user', content, template: chatTemplates.repair },
  ]
}

/** "Which planning problem is this?", for a chat model. */
export function chatClassifyMessages(
  text: string,
  schemas: readonly FactSchema[],
  write: PromptWriter,
): PromptedMessage[] {
  const domains = schemas.map(({ domain }) => ({ domain }))
  const choices = domains.map(({ domain }) => domain).join(', ')
  return [
    {
      role: 'user',
      content: write(chatTemplates.classify, { choices, domains, text }),
      template: chatTemplates.classify,
    },
  ]
}

/** As a model is asked. */
export const asMessages = (messages: readonly PromptedMessage[]): ChatMessage[] =>
  messages.map(({ content, role }) => ({ role, content }))
