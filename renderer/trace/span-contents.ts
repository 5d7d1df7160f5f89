import { z } from 'zod'
import type { TraceSpan } from '../../src/api/trace-span.ts'
import { factSchema } from '../../src/planning/fact.ts'
import { substitutionSchema } from '../../src/planning/term.ts'
import { printFact } from '../prolog/print-fact.ts'
import { readPointedWords } from '../run/read-pointed-words.ts'
import { kindOf } from './describe-span.ts'
import { printSubstitution } from './print-term.ts'
import { readMessages, type SpokenMessage } from './read-messages.ts'
import { jsonOf, listOf, attributeNames as names, showAttribute, textOf } from './span-attributes.ts'
import { traceStrings } from './strings.ts'

const words = traceStrings.detail

/** A part of what went into a span or came out of it, in the form in which one reads it. */
export interface SpanBlock {
  readonly title: string
  readonly form: 'text' | 'prolog' | 'list'
  readonly text: string
  /** Who said it, where it is a conversation. */
  readonly role?: string
  /** It is long and seldom asked for. */
  readonly isFolded?: true
}

export interface SpanToken {
  readonly text: string
  /** 0 to 1. */
  readonly probability: number
}

/** A span as its details show it. */
export interface SpanContents {
  readonly blocks: readonly SpanBlock[]
  readonly tokens: readonly SpanToken[]
  /** All that no block shows, as name and value. */
  readonly attributes: readonly (readonly [string, string])[]
}

const tokensSchema = z.array(z.tuple([z.string(), z.number()]))
const piecesSchema = z.array(z.string())
const factsSchema = z.array(factSchema)
const limitsSchema = z.record(z.string(), z.number())

/** What stands in blocks and need not stand among the attributes once more. */
const shownInBlocks: ReadonlySet<string> = new Set([
  names.input,
  names.output,
  names.inputMessages,
  names.outputMessages,
  names.toolArguments,
  names.toolResult,
  names.grammar,
  names.tokens,
  names.diagnostics,
  names.segmentText,
  names.prologLimits,
  names.prologOutput,
  names.conflict,
  names.evaluationExplanation,
])

export function readSpan(span: TraceSpan): SpanContents {
  const tokens = jsonOf(textOf(span, names.tokens), tokensSchema) ?? []
  return {
    blocks: [...failure(span), ...input(span), ...output(span), ...more(span)].filter(({ text }) => text !== ''),
    tokens: tokens.map(([text, logprob]) => ({ text, probability: Math.min(1, Math.exp(logprob)) })),
    attributes: Object.entries(span.attributes).flatMap(([name, value]) =>
      value === undefined || shownInBlocks.has(name) || /^llm\.(input|output)_messages\./.test(name)
        ? []
        : [[name, showAttribute(value)] as const],
    ),
  }
}

const failure = ({ status }: TraceSpan): SpanBlock[] =>
  status.code === 'error' ? [{ title: words.failed, form: 'text', text: status.message }] : []

function input(span: TraceSpan): SpanBlock[] {
  const messages = readMessages(span, 'input')
  const text = textOf(span, names.input) ?? textOf(span, names.toolArguments)
  if (kindOf(span) === 'model' && (messages.length > 1 || text === undefined)) return spoken(words.input, messages)
  if (text === undefined) return []
  const answer = printedAnswer(text)
  if (answer !== undefined) return [{ title: words.input, form: 'prolog', text: answer }]
  return [{ title: words.input, form: isProgram(span, text) ? 'prolog' : 'text', text }]
}

function output(span: TraceSpan): SpanBlock[] {
  const text = textOf(span, names.output) ?? textOf(span, names.toolResult)
  if (text === undefined) return spoken(words.output, readMessages(span, 'output'))
  const pieces = jsonOf(text, piecesSchema)
  if (pieces !== undefined) return [{ title: words.pieces, form: 'list', text: pieces.map(oneLine).join('\n') }]
  const facts = jsonOf(text, factsSchema)
  if (facts !== undefined) return [{ title: words.facts, form: 'prolog', text: facts.map(printFact).join('\n') }]
  const answer = printedAnswer(text)
  if (answer !== undefined) return [{ title: words.answer, form: 'prolog', text: answer }]
  const prompt = textOf(span, names.input) ?? ''
  if (!/[\uE000-\uF8FF]/u.test(prompt)) return [{ title: words.output, form: 'text', text: pretty(text) }]
  return [
    { title: words.output, form: 'prolog', text: closed(readPointedWords(prompt, text)) },
    { title: words.written, form: 'text', text },
  ]
}

function more(span: TraceSpan): SpanBlock[] {
  const limits = jsonOf(textOf(span, names.prologLimits), limitsSchema) ?? {}
  return [
    { title: words.explanation, form: 'text', text: textOf(span, names.evaluationExplanation) ?? '' },
    { title: words.complaints, form: 'list', text: listOf(span, names.diagnostics).join('\n') },
    {
      title: words.conflict,
      form: 'list',
      text: textOf(span, names.output) === undefined ? listOf(span, names.conflict).join('\n') : '',
    },
    { title: words.printed, form: 'text', text: textOf(span, names.prologOutput) ?? '' },
    {
      title: words.limits,
      form: 'text',
      text: Object.entries(limits)
        .map(([name, limit]) => `${name} ${limit.toLocaleString('en')}`)
        .join(' · '),
    },
    { title: words.grammar, form: 'text', text: textOf(span, names.grammar) ?? '', isFolded: true },
  ]
}

const spoken = (title: string, messages: readonly SpokenMessage[]): SpanBlock[] =>
  messages.map(({ role, text }) => ({ title, form: 'text', text, role }))

/** The last line is left open for a model that still writes; this one has ended. */
function closed(lines: readonly string[]): string {
  const last = lines.at(-1)
  if (last === undefined) return ''
  return [...lines.slice(0, -1), last.includes('(') ? `${last}).` : `${last}.`].join('\n')
}

const isProgram = (span: TraceSpan, text: string) =>
  kindOf(span) === 'tool' || span.name === 'consult' || text.startsWith('?- ')

const printedAnswer = (text: string) => {
  const answer = jsonOf(text, substitutionSchema)
  return answer === undefined ? undefined : printSubstitution(answer)
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** JSON of other programs is read in lines. */
function pretty(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  const value = jsonOf(text, z.unknown())
  return value === undefined ? text : JSON.stringify(value, null, 2)
}
