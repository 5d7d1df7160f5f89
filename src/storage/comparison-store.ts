import type { RunCell } from '../planning/cell.ts'
import type { Comparison, ComparisonState, Job, JobOutcome, StartedJob } from '../planning/comparison.ts'

/** Comparisons and their jobs. What a method has resolved for survives a crash. */
export interface ComparisonStore {
  add(comparison: Comparison): Promise<void>
  /** Newest first, the binned ones too. */
  list(): Promise<readonly Comparison[]>
  setState(comparisonId: string, state: ComparisonState): Promise<void>
  setBinned(comparisonId: string, isBinned: boolean): Promise<void>
  /** Notes the run that a job is to be found in. A job that has its cell stays as it is. */
  startJob(job: Job, runId: string): Promise<void>
  /** The first cell of a job stays. */
  endJob(job: Job, cell: RunCell): Promise<void>
  /** Jobs that were begun, of all problems or of those at the positions. */
  jobs(comparisonId: string, problems?: readonly number[]): Promise<readonly StartedJob[]>
  /** The finished jobs, lean. */
  outcomes(comparisonId: string): Promise<readonly JobOutcome[]>
}
