import { planningDomains } from '../domains/registry.ts'
import type { Diagnostic } from '../planning/diagnostic.ts'
import type { Fact, FormalizedFact } from '../planning/fact.ts'
import type { RunEvent, RunStatus, Timings, Usage } from '../planning/run-event.ts'
import type { Verdict } from '../planning/verdict.ts'
import { printFact } from '../prolog/facts.ts'
import { translationConfidence } from './translation-confidence.ts'

/** Where in the problem's text a fact comes from; offsets are UTF-16. */
export interface SourceMapEntry {
  readonly fact: string
  readonly start: number
  readonly end: number
  readonly words: string
  /** The words of each argument, null where it is absent. */
  readonly args: readonly ({ readonly start: number; readonly end: number; readonly words: string } | null)[]
  /** The model's probability of the fact, 0 to 1. */
  readonly confidence: number
}

export interface AttemptResult {
  readonly attempt: number
  readonly reason: string
  /** How many segments were translated anew. */
  readonly segments: number
  readonly diagnostics: readonly Diagnostic[]
}

/** All that came of a run, in one object. */
export interface RunResult {
  readonly runId: string
  readonly status: 'solved' | 'unsatisfiable' | 'failed'
  /** The run's own, finer status: `incomplete` has a draft for a plan, `unknown` reached a limit. */
  readonly runStatus: RunStatus
  readonly reason: string | null
  /** What kind of failure it was, where something went wrong that was no outcome of planning. */
  readonly errorCode: string | null
  readonly domain: string | null
  /** The model says that the text poses no planning problem. */
  readonly isRefused: boolean
  /** Calendar `{day, start, end}`, trip `[{city, from, to}]`, meeting `[{person, start, end}]`; times in minutes. */
  readonly plan: unknown
  /** The benchmark's answer format. */
  readonly planText: string | null
  /** The plan for people. */
  readonly planWords: string | null
  /** The model's probability of its whole translation, 0 to 1; null where there is none. */
  readonly confidence: number | null
  readonly facts: readonly Fact[]
  readonly program: string | null
  readonly sourceMap: readonly SourceMapEntry[]
  readonly verdict: Verdict | null
  /** Facts that cannot all hold, where there is no plan. */
  readonly conflict: {
    readonly facts: readonly Fact[]
    readonly words: readonly string[]
    readonly minimal: boolean
  } | null
  readonly attempts: readonly AttemptResult[]
  readonly timings: Timings
  readonly usage: Usage
  readonly model: {
    readonly id: string
    readonly quantization: string
    readonly sha256: string
    readonly backend: string
  } | null
}

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

function lastOf<Type extends RunEvent['type']>(events: readonly RunEvent[], type: Type): EventOf<Type> | undefined {
  return events.findLast((event): event is EventOf<Type> => event.type === type)
}

/** Sums up the events of a run that has ended. */
export function summarizeResult(events: readonly RunEvent[]): RunResult {
  const start = lastOf(events, 'run-start')
  const end = lastOf(events, 'run-end')
  const formalized = lastOf(events, 'formalization')?.facts ?? []
  const facts = formalized.map(({ fact }) => fact)
  const plan = lastOf(events, 'plan')
  const conflict = lastOf(events, 'conflict')
  const runStatus = end?.status ?? 'failed'
  return {
    runId: start?.runId ?? '',
    status: runStatus === 'solved' || runStatus === 'unsatisfiable' ? runStatus : 'failed',
    runStatus,
    reason: end === undefined ? 'The run did not end.' : (end.reason ?? null),
    errorCode: end?.errorCode ?? null,
    domain: domainOf(events),
    isRefused: lastOf(events, 'formalization')?.status === 'not-a-problem',
    plan: plan === undefined ? null : (planningDomains.get(plan.plan.domain)?.exportPlan(plan.plan) ?? null),
    planText: plan?.benchmarkText ?? null,
    planWords: plan?.plainText ?? null,
    confidence: translationConfidence(events),
    facts,
    program: lastOf(events, 'program')?.program ?? null,
    sourceMap: formalized.map((fact) => sourceOf(fact, start?.text ?? '')),
    verdict: lastOf(events, 'verdict')?.verdict ?? null,
    conflict:
      conflict === undefined
        ? null
        : {
            facts: conflict.factIndices.flatMap((index) => facts[index] ?? []),
            words: conflict.words,
            minimal: conflict.minimal,
          },
    attempts: attemptsOf(events),
    timings: end?.timings ?? { formalizeMs: 0, solveMs: 0, validateMs: 0, totalMs: 0 },
    usage: end?.usage ?? { promptTokens: 0, completionTokens: 0 },
    model: start?.model ?? null,
  }
}

/** What the model said, or what was asked for; null for a text that is no planning problem. */
function domainOf(events: readonly RunEvent[]): string | null {
  const named = lastOf(events, 'domain')?.domain ?? lastOf(events, 'run-start')?.requestedDomain ?? ''
  return planningDomains.has(named) ? named : null
}

function sourceOf({ argSpans, confidence, fact, span }: FormalizedFact, text: string): SourceMapEntry {
  const words = ({ end, start }: { start: number; end: number }) => ({ start, end, words: text.slice(start, end) })
  return {
    fact: printFact(fact),
    ...words(span),
    args: argSpans.map((one) => (one === null ? null : words(one))),
    confidence,
  }
}

function attemptsOf(events: readonly RunEvent[]): AttemptResult[] {
  const ends = new Map(events.flatMap((event) => (event.type === 'attempt-end' ? [[event.attempt, event]] : [])))
  return events.flatMap((event) => {
    if (event.type !== 'attempt-start') return []
    const { attempt, reason, segments } = event
    return [{ attempt, reason, segments: segments.length, diagnostics: ends.get(attempt)?.diagnostics ?? [] }]
  })
}
