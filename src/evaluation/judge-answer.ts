import { calendarProblem } from './calendar-constraints.ts'
import type { Constraints } from './constraints.ts'
import { readMeetings } from './meeting-constraints.ts'
import type { EvaluatedRun, VerdictClass } from './sample.ts'
import { tripProblem } from './trip-constraints.ts'

export interface Ruling {
  readonly verdict: VerdictClass
  readonly why: string
}

/** Holds an answer against the dataset's own constraints; the model's facts play no part. */
export function judgeAnswer(
  problem: Constraints & { readonly satisfiable: boolean },
  { plan, status }: Pick<EvaluatedRun, 'plan' | 'status'>,
): Ruling {
  if (status === 'unsatisfiable') {
    return { verdict: problem.satisfiable ? 'false-unsatisfiable' : 'unsatisfiable-ok', why: '' }
  }
  if (status === 'failed') return { verdict: 'failed', why: '' }
  if (problem.task === 'meeting') return judgeMeetings(problem, plan)
  if (!problem.satisfiable) return { verdict: 'false-solved', why: '' }
  const why =
    problem.task === 'calendar' ? calendarProblem(problem.constraints, plan) : tripProblem(problem.constraints, plan)
  return why === undefined ? { verdict: 'ok', why: '' } : { verdict: 'invalid', why }
}

/** Where nobody can be met, a plan that meets nobody says so. */
function judgeMeetings(
  problem: Extract<Constraints, { task: 'meeting' }> & { readonly satisfiable: boolean },
  plan: unknown,
): Ruling {
  const reading = readMeetings(problem.constraints, problem.travel, plan)
  if (reading.problem !== undefined) {
    return { verdict: problem.satisfiable ? 'invalid' : 'false-solved', why: reading.problem }
  }
  if (reading.met === problem.optimum) return { verdict: reading.met > 0 ? 'ok' : 'unsatisfiable-ok', why: '' }
  return { verdict: reading.met > 0 ? 'suboptimal' : 'invalid', why: `${reading.met} of ${problem.optimum}` }
}
