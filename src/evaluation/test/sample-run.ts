import type { Plan } from '../../planning/plan.ts'
import type { EvaluatedRun } from '../sample.ts'

/** A run that solved its problem, but for what is said otherwise. */
export function runWith(parts: Partial<EvaluatedRun> = {}): EvaluatedRun {
  const steps: Plan = { domain: 'calendar', steps: [] }
  return {
    status: 'solved',
    runStatus: 'solved',
    reason: null,
    domain: 'calendar',
    isRefused: false,
    plan: { day: 'Monday', start: 540, end: 570 },
    steps,
    planText: 'Here is the proposed time: Monday, 9:00 - 9:30 ',
    consistent: true,
    facts: [],
    confidence: 0.9,
    attempts: 1,
    timings: { formalizeMs: 10, solveMs: 5, validateMs: 1, totalMs: 16 },
    usage: { promptTokens: 100, completionTokens: 20 },
    modelSha256: '0'.repeat(64),
    ...parts,
  }
}
