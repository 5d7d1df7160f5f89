import type { Dataset, DatasetProblem } from '../planning/dataset.ts'

/** Datasets, which never change. */
export interface DatasetStore {
  /** All at once or not at all. Throws `invalid-input` for an id that is taken. */
  add(dataset: Dataset, problems: readonly DatasetProblem[]): Promise<void>
  /** Newest first. */
  list(): Promise<readonly Dataset[]>
  /** All of a dataset's problems in their order, or those at the positions. */
  problems(datasetId: string, positions?: readonly number[]): Promise<readonly DatasetProblem[]>
}
