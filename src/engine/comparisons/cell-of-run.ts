import { isCorrect, type Sample } from '../../evaluation/sample.ts'
import type { CellOutcome, RunCell } from '../../planning/cell.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { evaluatedRun } from '../evaluated-run.ts'
import { type RunResult, summarizeResult } from '../run-result.ts'

const longestLine = 200

export interface CellSource {
  readonly runId: string
  readonly events: readonly RunEvent[]
  /** What its answer is held against, where somebody has stated it. */
  readonly sample: Sample | undefined
  /** Of the model's process; 0 where it has none. */
  readonly memoryBytes: number
}

/** A run that has ended as a cell of a matrix. */
export function cellOfRun({ events, memoryBytes, runId, sample }: CellSource): RunCell {
  const result = summarizeResult(events)
  const judgement = sample?.judge(evaluatedRun(events))
  const outcome = outcomeOf(events, result, judgement === undefined ? undefined : isCorrect(judgement.verdict))
  const { completionTokens } = result.usage
  const { formalizeMs, totalMs } = result.timings
  return {
    runId,
    outcome,
    line: lineOf(result, judgement?.why ?? ''),
    planKey: result.plan === null ? '' : JSON.stringify(result.plan),
    latencyMs: totalMs,
    tokens: completionTokens,
    tokensPerSecond: formalizeMs > 0 ? (completionTokens * 1000) / formalizeMs : 0,
    memoryBytes,
  }
}

function outcomeOf(events: readonly RunEvent[], result: RunResult, isRight: boolean | undefined): CellOutcome {
  if (result.runStatus === 'cancelled') return 'cancelled'
  if (isRight === true) return 'right'
  if (result.isRefused) return 'not-a-problem'
  if (result.errorCode !== null || result.model === null) return 'failed'
  const formalization = events.findLast((event) => event.type === 'formalization')
  if (formalization?.status === 'malformed') {
    return formalization.diagnostics.some(({ code }) => code === 'unknown-predicate')
      ? 'unknown-predicate'
      : 'malformed'
  }
  if (result.verdict?.status === 'invalid') return 'rejected'
  switch (result.runStatus) {
    case 'incomplete':
      return 'draft'
    case 'unknown':
      return 'limit-reached'
    case 'unsatisfiable':
      return 'no-solution'
    case 'solved':
      return isRight === undefined ? 'consistent' : 'wrong-facts'
    default:
      return 'failed'
  }
}

/** The plan in one line, else what is wrong, else why there is none. */
function lineOf({ conflict, planWords, reason }: RunResult, why: string): string {
  const plan = planWords?.split('\n').join(' · ')
  const line = plan ?? conflict?.words.join(' · ') ?? reason ?? ''
  const whole = why === '' ? line : `${why}: ${line}`
  return whole.length <= longestLine ? whole : `${whole.slice(0, longestLine - 1)}…`
}
