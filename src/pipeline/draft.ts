import type { RunStatus } from '../planning/run-event.ts'

/** How a run ends. */
export interface RunOutcome {
  readonly status: RunStatus
  readonly reason?: string
}

/** What keeps a translation from being all that the problem says. */
export interface Shortcomings {
  /** Facts that cannot be right, in words. */
  readonly errors: readonly string[]
  /** Segments that could not be translated. */
  readonly uncovered: readonly number[]
}

/** Of a problem that was not translated whole, or not soundly, neither a plan nor that there is none can be promised. */
export function asDraft({ errors, uncovered }: Shortcomings, solved: RunOutcome): RunOutcome {
  const unsound = `Something was misread or is missing (${errors.slice(0, 2).join('; ')})`
  const cause = uncovered.length > 0 ? 'Part of the text could not be translated' : unsound
  if (solved.status === 'solved') return { status: 'incomplete', reason: `${cause}: the plan is a draft.` }
  if (solved.status === 'unsatisfiable')
    return { status: 'incomplete', reason: `${cause}; what is translated has no plan.` }
  return solved
}
