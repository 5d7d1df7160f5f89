import type { z } from 'zod'
import type { SpanAttributeValue, TraceSpan } from '../../src/api/trace-span.ts'

/** Attributes that the window reads, by the names that OpenTelemetry, OpenInference and Planwright gave them. */
export const attributeNames = {
  operation: 'gen_ai.operation.name',
  model: 'gen_ai.request.model',
  inputTokens: 'gen_ai.usage.input_tokens',
  outputTokens: 'gen_ai.usage.output_tokens',
  finishReasons: 'gen_ai.response.finish_reasons',
  inputMessages: 'gen_ai.input.messages',
  outputMessages: 'gen_ai.output.messages',
  toolName: 'gen_ai.tool.name',
  toolArguments: 'gen_ai.tool.call.arguments',
  toolResult: 'gen_ai.tool.call.result',
  spanKind: 'openinference.span.kind',
  input: 'input.value',
  output: 'output.value',
  modelName: 'llm.model_name',
  openInferenceTool: 'tool.name',
  evaluationLabel: 'evaluations.0.evaluation.label',
  evaluationExplanation: 'evaluations.0.evaluation.explanation',
  runId: 'planwright.run.id',
  status: 'planwright.run.status',
  domain: 'planwright.domain',
  attempt: 'planwright.attempt',
  reason: 'planwright.attempt.reason',
  diagnostics: 'planwright.diagnostics',
  segment: 'planwright.segment',
  segments: 'planwright.segments',
  segmentText: 'planwright.segment.text',
  outcome: 'planwright.segment.outcome',
  isKept: 'planwright.segment.kept',
  confidence: 'planwright.confidence',
  grammar: 'planwright.grammar',
  tokens: 'planwright.tokens',
  inferences: 'planwright.prolog.inferences',
  prologOutcome: 'planwright.prolog.outcome',
  prologLimits: 'planwright.prolog.limits',
  prologLimitReached: 'planwright.prolog.limit',
  prologOutput: 'planwright.prolog.output',
  conflict: 'planwright.conflict.facts',
} as const

/** A text attribute; undefined where there is none, or one of another kind. */
export function textOf(span: TraceSpan, name: string): string | undefined {
  const value = span.attributes[name]
  return typeof value === 'string' ? value : undefined
}

/** A number, counted or measured. */
export function numberOf(span: TraceSpan, name: string): number | undefined {
  const value = span.attributes[name]
  if (typeof value !== 'object') return undefined
  return 'int' in value ? value.int : 'double' in value ? value.double : undefined
}

export function listOf(span: TraceSpan, name: string): readonly string[] {
  const value = span.attributes[name]
  return isList(value) ? value : []
}

/** What a text holds as JSON, where it has the form that is asked for. */
export function jsonOf<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (text === undefined) return undefined
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** A value as one reads it. */
export function showAttribute(value: SpanAttributeValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (isList(value)) return value.join('\n')
  if ('int' in value) return value.int.toLocaleString('en')
  return Number.isInteger(value.double) ? value.double.toFixed(1) : String(Number(value.double.toPrecision(6)))
}

const isList = (value: SpanAttributeValue | undefined): value is readonly string[] => Array.isArray(value)
