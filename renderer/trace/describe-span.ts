import type { TraceSpan } from '../../src/api/trace-span.ts'
import { listOf, attributeNames as names, numberOf, textOf } from './span-attributes.ts'
import { traceStrings as words } from './strings.ts'

export const spanKinds = ['model', 'tool', 'check', 'step'] as const
/** What did the work of a span: a language model, a tool such as the solver, a judge, or Planwright itself. */
export type SpanKind = (typeof spanKinds)[number]

const kindsByOperation: ReadonlyMap<string | undefined, SpanKind> = new Map([
  ['chat', 'model'],
  ['text_completion', 'model'],
  ['generate_content', 'model'],
  ['embeddings', 'model'],
  ['execute_tool', 'tool'],
])
const kindsBySpanKind: ReadonlyMap<string | undefined, SpanKind> = new Map([
  ['LLM', 'model'],
  ['EMBEDDING', 'model'],
  ['TOOL', 'tool'],
  ['EVALUATOR', 'check'],
  ['GUARDRAIL', 'check'],
])

export function kindOf(span: TraceSpan): SpanKind {
  const bySpanKind = kindsBySpanKind.get(textOf(span, names.spanKind))
  return bySpanKind ?? kindsByOperation.get(textOf(span, names.operation)) ?? 'step'
}

/** What a span is called, and what tells it from its like. */
export interface SpanTitle {
  readonly title: string
  readonly note: string
}

export function titleOf(span: TraceSpan): SpanTitle {
  const segment = numberOf(span, names.segment)
  if (segment !== undefined) {
    const text = textOf(span, names.segmentText)?.replaceAll(/\s+/g, ' ').trim()
    return text === undefined
      ? { title: words.completion, note: modelOf(span) }
      : { title: words.piece(segment + 1), note: text }
  }
  if (textOf(span, names.runId) !== undefined) return { title: words.run, note: textOf(span, names.domain) ?? '' }
  const attempt = numberOf(span, names.attempt)
  if (attempt !== undefined) {
    const pieces = words.pieces(numberOf(span, names.segments) ?? 0)
    const reason = textOf(span, names.reason) ?? ''
    return attempt === 0
      ? { title: words.formalize, note: pieces }
      : { title: words.repair(attempt), note: [pieces, reason].filter(Boolean).join(' · ') }
  }
  const domain = textOf(span, names.domain)
  if (domain !== undefined && kindOf(span) === 'model') return { title: words.domain, note: domain }
  const tool = textOf(span, names.toolName) ?? textOf(span, names.openInferenceTool)
  if (tool !== undefined) return { title: span.name.replace(/^execute_tool /, ''), note: toolNote(span) }
  const count = numberOf(span, names.segments)
  if (span.name === 'segment' && count !== undefined) return { title: span.name, note: words.pieces(count) }
  return { title: span.name === '' ? words.unnamed : span.name, note: kindOf(span) === 'model' ? modelOf(span) : '' }
}

function toolNote(span: TraceSpan): string {
  const inferences = numberOf(span, names.inferences)
  return inferences === undefined ? '' : words.inferences(inferences)
}

function modelOf(span: TraceSpan): string {
  const model = textOf(span, names.model) ?? textOf(span, names.modelName) ?? ''
  return span.name.includes(model) ? '' : model
}

/** An outcome worth a colour: with a sign and a word. */
export interface SpanMark {
  readonly tone: 'valid' | 'invalid' | 'unsatisfiable' | 'unknown' | 'skipped'
  readonly sign: string
  readonly word: string
}

const marks = {
  valid: { tone: 'valid', sign: '✓' },
  invalid: { tone: 'invalid', sign: '✕' },
  unsatisfiable: { tone: 'unsatisfiable', sign: '∅' },
  unknown: { tone: 'unknown', sign: '?' },
  skipped: { tone: 'skipped', sign: '–' },
} as const

/** How a span came out, where that is more than that it ended. */
export function markOf(span: TraceSpan): SpanMark | undefined {
  if (span.status.code === 'error') return { ...marks.invalid, word: words.error }
  const run = textOf(span, names.status)
  if (run !== undefined) return runMark(run)
  const label = textOf(span, names.evaluationLabel)
  if (label !== undefined) return judgementMark(label)
  const outcome = textOf(span, names.outcome)
  if (outcome === 'malformed' || outcome === 'cut-off') return { ...marks.unknown, word: words.outcomes[outcome] }
  if (textOf(span, names.prologOutcome) === 'no-answer') return { ...marks.unsatisfiable, word: words.noAnswer }
  const errors = listOf(span, names.diagnostics).filter((line) => line.startsWith('error ')).length
  if (errors > 0) return { ...marks.unknown, word: words.complaints(errors) }
  if (listOf(span, names.finishReasons).includes('length')) return { ...marks.unknown, word: words.outcomes['cut-off'] }
  return span.attributes[names.isKept] === false ? { ...marks.skipped, word: words.notKept } : undefined
}

/** Whether a span is worth a look by itself. */
export function isProblem(span: TraceSpan): boolean {
  const tone = markOf(span)?.tone
  return tone === 'invalid' || tone === 'unsatisfiable' || tone === 'unknown'
}

function runMark(status: string): SpanMark | undefined {
  if (status === 'solved') return { ...marks.valid, word: status }
  if (status === 'failed') return { ...marks.invalid, word: status }
  if (status === 'unsatisfiable') return { ...marks.unsatisfiable, word: words.noSolution }
  return status === 'cancelled' ? { ...marks.skipped, word: status } : { ...marks.unknown, word: status }
}

function judgementMark(label: string): SpanMark {
  if (/^(valid|pass(ed)?|correct|true|good|yes)$/i.test(label)) return { ...marks.valid, word: label }
  if (/^(invalid|fail(ed)?|incorrect|false|bad|no)$/i.test(label)) return { ...marks.invalid, word: label }
  return { ...marks.unknown, word: label }
}
