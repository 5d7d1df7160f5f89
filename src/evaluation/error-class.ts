import type { EvaluatedRun, Judgement, Sample } from './sample.ts'
import { isCorrect } from './sample.ts'

/** Why an answer is not right, in words that several answers share; null for a right one. */
export function errorClass(
  sample: Pick<Sample, 'task'>,
  run: EvaluatedRun,
  { verdict, why }: Judgement,
): string | null {
  if (isCorrect(verdict)) return null
  switch (verdict) {
    case 'accepted':
      return `taken for a ${run.domain ?? 'planning'} problem`
    case 'false-unsatisfiable':
      return run.domain === sample.task ? 'called unsatisfiable, but there is a plan' : otherDomain(run)
    case 'false-solved':
      return run.domain === sample.task ? 'a plan, but there is none' : otherDomain(run)
    case 'suboptimal':
      return 'meets fewer people than one could'
    case 'invalid':
      return run.domain === sample.task ? `invalid plan: ${withoutNames(why)}` : otherDomain(run)
    default:
      return failure(sample, run)
  }
}

const otherDomain = ({ domain }: EvaluatedRun) => `taken for a ${domain ?? 'planning'} problem`

function failure(sample: Pick<Sample, 'task'>, run: EvaluatedRun): string {
  if (run.runStatus === 'incomplete') return 'a draft: not translated whole, or not soundly'
  if (run.isRefused) return 'not recognised as a planning problem'
  if (run.domain === null) return `failed: ${run.reason ?? 'no reason given'}`
  if (run.domain !== sample.task) return otherDomain(run)
  if (run.runStatus === 'unknown') return 'solver reached its limit'
  if (run.steps !== null) return 'plan rejected by the validator'
  return `failed: ${run.reason ?? 'no reason given'}`
}

/** "stay in Rome" and "stay in Oslo" are one class. */
function withoutNames(why: string): string {
  return why
    .replace(/^(stay in|event in|no flight|person|cannot reach) .*$/, '$1 ...')
    .replace(/^\S+ (not there|too short)$/, '$1')
}
