import type { Clock } from '../base/clock.ts'
import type { Fact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunStatus, UndatedRunEvent } from '../planning/run-event.ts'
import { defaultSolveLimits, type PrologEngine, type SolveOutcome } from '../prolog/prolog-engine.ts'
import { findConflict } from './find-conflict.ts'
import { printProgram } from './print-program.ts'

const conflictDeadlineMs = 900

export interface SolveResult {
  readonly status: RunStatus
  readonly reason?: string
  readonly solveMs: number
  readonly validateMs: number
}

/** Facts → program → answer → plan → verdict; without an answer, the facts that clash. */
export async function* solveFacts(
  named: { domain: PlanningDomain; facts: readonly Fact[]; prolog: PrologEngine; clock: Clock },
  signal: AbortSignal,
): AsyncGenerator<UndatedRunEvent, SolveResult> {
  const { clock, domain, facts, prolog } = named
  const program = printProgram(domain, facts)
  const limits = { ...defaultSolveLimits }
  yield { type: 'program', program, query: domain.query, limits }
  const startedMs = clock.monotonicMs()
  const outcome = await prolog.solve({ program, goal: domain.query, limits, trusted: true }, signal)
  signal.throwIfAborted()
  const solveMs = clock.monotonicMs() - startedMs
  const answer = outcome.status === 'answers' ? outcome.answers[0] : undefined
  const message = messageOf(outcome)
  yield {
    type: 'solve-end',
    status: solveStatus(outcome),
    ...(answer === undefined ? {} : { answer }),
    ...(message === undefined ? {} : { message }),
    ...costOf(outcome),
  }
  if (answer === undefined) {
    if (outcome.status !== 'no-answer') {
      const status = outcome.status === 'limit-exceeded' ? 'unknown' : 'failed'
      return { status, reason: message ?? 'The solver gave no answer.', solveMs, validateMs: 0 }
    }
    yield* explain(named, signal)
    return { status: 'unsatisfiable', solveMs, validateMs: 0 }
  }
  const readFromMs = clock.monotonicMs()
  const plan = domain.readPlan(answer)
  const readMs = clock.monotonicMs() - readFromMs
  yield {
    type: 'plan',
    plan,
    benchmarkText: domain.describe(plan, facts, 'benchmark'),
    plainText: domain.describe(plan, facts, 'plain'),
  }
  const validateFromMs = clock.monotonicMs()
  const verdict = domain.validate(facts, plan)
  const validateMs = readMs + clock.monotonicMs() - validateFromMs
  yield { type: 'verdict', verdict }
  if (verdict.status === 'invalid') {
    return { status: 'failed', reason: 'The validator rejects the plan.', solveMs, validateMs }
  }
  return { status: 'solved', solveMs, validateMs }
}

function solveStatus(outcome: SolveOutcome): 'answer' | 'no-answer' | 'limit-exceeded' | 'exception' {
  switch (outcome.status) {
    case 'answers':
      return 'answer'
    case 'no-answer':
      return 'no-answer'
    case 'limit-exceeded':
      return 'limit-exceeded'
    default:
      return 'exception'
  }
}

function costOf(outcome: SolveOutcome) {
  if (!('cost' in outcome)) return { inferences: 0 }
  const { cost, output } = outcome
  return {
    ...cost,
    ...(output === '' ? {} : { output }),
    ...(outcome.status === 'limit-exceeded' ? { limit: outcome.limit } : {}),
  }
}

function messageOf(outcome: SolveOutcome): string | undefined {
  if ('message' in outcome) return outcome.message
  return 'diagnostics' in outcome ? outcome.diagnostics.map((one) => one.message).join('; ') : undefined
}

async function* explain(
  named: { domain: PlanningDomain; facts: readonly Fact[]; prolog: PrologEngine },
  signal: AbortSignal,
): AsyncGenerator<UndatedRunEvent> {
  const { domain, facts, prolog } = named
  const isSatisfiable = async (kept: readonly Fact[], stop: AbortSignal) => {
    const program = printProgram(domain, kept)
    const outcome = await prolog.solve({ program, goal: domain.query, trusted: true }, stop)
    return outcome.status !== 'no-answer'
  }
  const { background } = domain
  const conflict = await findConflict({ facts, background, isSatisfiable, deadlineMs: conflictDeadlineMs, signal })
  const factIndices = [...conflict.factIndices]
  const words = factIndices.flatMap((index) => {
    const fact = facts[index]
    return fact === undefined ? [] : [domain.readFact(fact)]
  })
  yield { type: 'conflict', factIndices, words, minimal: conflict.minimal }
}
