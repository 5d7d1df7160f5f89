import type { RunSummary } from '../../src/planning/run-summary.ts'

/** What the list of runs says. */
export const runsStrings = {
  title: 'Runs',
  empty: 'What was done, when, and with what?',
  emptyDetail: 'Every run is kept: its words, its facts, its program, its plan. Run a problem and it stands here.',
  toProblem: 'Open Problem',
  filter: 'Filter runs',
  placeholder: 'Words, a model, a name …',
  anyStatus: 'Any outcome',
  status: 'Outcome',
  statuses: {
    solved: 'solved',
    unsatisfiable: 'no solution',
    unknown: 'unknown',
    incomplete: 'draft',
    failed: 'failed',
    cancelled: 'cancelled',
    running: 'running',
  } satisfies Record<RunSummary['status'], string>,
  columns: { outcome: 'Outcome', time: 'Time', model: 'Model', domain: 'Kind', problem: 'Problem' },
  found: (count: number) => `${count.toLocaleString('en')} run${count === 1 ? '' : 's'}`,
  newest: (count: number) => `The newest ${count.toLocaleString('en')} runs`,
  none: 'No run passes the filter.',
} as const
