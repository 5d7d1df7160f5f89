import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ChatMessage } from '../../language-models/contract/generate.ts'
import { asksForRepair, type Diagnostic } from '../../planning/diagnostic.ts'
import type { FactSchema, PredicateSchema } from '../../planning/fact-schema.ts'
import type { Segment } from '../../planning/segment.ts'

const exampleSchema = z.object({ sentences: z.array(z.string()), lines: z.array(z.string()) })
const workedExamples = z
  .record(z.string(), exampleSchema)
  .parse(JSON.parse(readFileSync(new URL('./worked-examples.json', import.meta.url), 'utf8')))

const signature = (predicate: PredicateSchema) =>
  `${predicate.name}(${predicate.args.map((arg) => (arg.optional ? `${arg.name}?` : arg.name)).join(', ')}): ${predicate.doc}`

/** Sentences of the problem, each with its number, from 1. */
export function numberedSentences(text: string, segments: readonly Segment[]): string {
  return segments
    .map((one) => `${one.index + 1}: ${text.slice(one.start, one.end).replaceAll(/\s*\n\s*/g, ' / ')}`)
    .join('\n')
}

/** The whole problem at once, with the vocabulary and a worked example. */
export function chatMessages(text: string, segments: readonly Segment[], schema: FactSchema): ChatMessage[] {
  const example = workedExamples[schema.domain]
  const system = [
    'You translate a planning problem into facts. You do not solve it.',
    'For each numbered sentence write one line for each fact that it states: the number, a space, the fact.',
    'Arguments are words copied from the text, in double quotes; - stands for an argument that is not given.',
    'A sentence that states no constraint gets the line: number none.',
    'Facts (? marks an argument that may be left out):',
    ...schema.predicates.map(signature),
  ].join('\n')
  const shown =
    example === undefined
      ? []
      : [
          { role: 'user' as const, content: example.sentences.map((one, index) => `${index + 1}: ${one}`).join('\n') },
          { role: 'assistant' as const, content: `${example.lines.join('\n')}\n` },
        ]
  return [{ role: 'system', content: system }, ...shown, { role: 'user', content: numberedSentences(text, segments) }]
}

/** The same conversation, gone on with what was wrong. */
export function repairMessages(
  messages: readonly ChatMessage[],
  completion: string,
  diagnostics: readonly Diagnostic[],
): ChatMessage[] {
  const complaints = diagnostics.filter(asksForRepair).map((one) => {
    const where = one.span === undefined ? '' : `sentence ${one.span.segment + 1}: `
    return `- ${where}${one.message}`
  })
  const content = ['This is not right yet:', ...complaints, 'Write all lines again.'].join('\n')
  return [...messages, { role: 'assistant', content: completion }, { role: 'user', content }]
}

/** "Which planning problem is this?", for a chat model. */
export function chatClassifyMessages(text: string, domains: readonly FactSchema[]): ChatMessage[] {
  const choices = domains.map((schema) => schema.domain).join(', ')
  const content = [
    `Which kind of planning problem does this text pose? Answer with one word: ${choices}, or none if it poses none of them.`,
    'calendar: find a time for one meeting. trip: order cities and days. meeting: see people at places during a day.',
    '',
    text,
  ].join('\n')
  return [{ role: 'user', content }]
}
