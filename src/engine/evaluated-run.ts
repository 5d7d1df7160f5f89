import type { EvaluatedRun } from '../evaluation/sample.ts'
import type { RunEvent } from '../planning/run-event.ts'
import { printFact } from '../prolog/facts.ts'
import { summarizeResult } from './run-result.ts'

/** What evaluation may know of a run. */
export function evaluatedRun(events: readonly RunEvent[]): EvaluatedRun {
  const result = summarizeResult(events)
  const plan = events.findLast((event) => event.type === 'plan')
  const verdict = result.verdict?.status
  return {
    status: result.status,
    runStatus: result.model === null ? 'not-started' : result.runStatus,
    reason: result.reason,
    domain: result.domain,
    isRefused: result.isRefused,
    plan: result.plan,
    steps: plan?.plan ?? null,
    planText: result.planText,
    consistent: verdict === undefined ? null : verdict === 'valid',
    facts: result.facts.map(printFact),
    confidence: result.confidence,
    attempts: result.attempts.length,
    timings: result.timings,
    usage: result.usage,
    modelSha256: result.model?.sha256 ?? null,
  }
}
