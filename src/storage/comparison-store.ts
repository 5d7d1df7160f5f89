import type { RunCell } from '../planning/cell.ts'
import type { Comparison, ComparisonState, Job, StartedJob } from '../planning/comparison.ts'
import type { Dataset, DatasetProblem } from '../planning/dataset.ts'

/** Datasets, comparisons on them and the jobs of those. What a method has resolved for survives a crash. */
export interface ComparisonStore {
  /** All at once or not at all. Throws `invalid-input` for an id that is taken. */
  addDataset(dataset: Dataset, problems: readonly DatasetProblem[]): Promise<void>
  /** Newest first. */
  datasets(): Promise<readonly Dataset[]>
  /** All of a dataset's problems, or those at the positions. */
  problems(datasetId: string, positions?: readonly number[]): Promise<readonly DatasetProblem[]>
  addComparison(comparison: Comparison): Promise<void>
  /** Newest first, the binned ones too. */
  comparisons(): Promise<readonly Comparison[]>
  setState(comparisonId: string, state: ComparisonState): Promise<void>
  setBinned(comparisonId: string, isBinned: boolean): Promise<void>
  /** Notes the run that a job is to be found in. A job that has its cell stays as it is. */
  startJob(job: Job, runId: string): Promise<void>
  /** The first cell of a job stays. */
  endJob(job: Job, cell: RunCell): Promise<void>
  /** Jobs that were begun, of all problems or of those at the positions. */
  jobs(comparisonId: string, problems?: readonly number[]): Promise<readonly StartedJob[]>
}
