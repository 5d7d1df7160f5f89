import type { ComparisonOverview, MatrixCell, MatrixFilter, MatrixRow } from '../../api/comparisons-contract.ts'
import type { Clock } from '../../base/clock.ts'
import { createId } from '../../base/id.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import type { RunCell } from '../../planning/cell.ts'
import type { Comparison, ComparisonState, Job, JobOutcome, StartedJob, Variant } from '../../planning/comparison.ts'
import type { DatasetProblem } from '../../planning/dataset.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import type { Store } from '../../storage/store.ts'
import type { DatasetLibrary } from '../datasets/dataset-library.ts'
import { readReference } from '../datasets/read-reference.ts'
import { cellOfRun } from './cell-of-run.ts'
import { ComparisonQueue, type QueueRunner } from './comparison-queue.ts'
import { type FoundProblems, findProblems } from './find-problems.ts'
import { matrixCell } from './matrix-cell.ts'
import { OutcomeIndex } from './outcome-index.ts'

export interface NewComparison {
  readonly name: string
  readonly datasetId: string
  readonly variants: readonly Variant[]
  readonly repeats: number
}

export interface Comparisons {
  list(): Promise<readonly ComparisonOverview[]>
  /** Throws `not-found`. */
  overview(comparisonId: string): Promise<ComparisonOverview>
  create(wanted: NewComparison): Promise<Comparison>
  find(comparisonId: string, filter: MatrixFilter): Promise<FoundProblems>
  rows(comparisonId: string, problems: readonly number[]): Promise<MatrixRow[]>
  cell(comparisonId: string, problem: number, variant: number): Promise<{ text: string; runs: RunCell[] }>
  setState(comparisonId: string, state: ComparisonState): Promise<void>
  bin(comparisonId: string, isBinned: boolean): Promise<void>
  /** Begins to work on what is left; not before somebody asks, so that a short command does not. */
  startQueue(): void
  dispose(): Promise<void>
}

export interface ComparisonDependencies {
  readonly store: Store
  readonly clock: Clock
  readonly datasets: DatasetLibrary
  readonly runner: Pick<QueueRunner, 'run' | 'release'>
  /** Of the process of a model, in bytes. */
  readonly memoryOf: (modelId: string) => Promise<number>
  readonly onChange: () => void
}

const longestTitle = 160
const keptIndices = 4

export function createComparisons(dependencies: ComparisonDependencies): Comparisons {
  const { clock, datasets, memoryOf, onChange, runner, store } = dependencies
  const indices = new Map<string, OutcomeIndex>()
  let texts: { datasetId: string; problems: readonly DatasetProblem[] } | undefined

  const find = async (comparisonId: string): Promise<Comparison> => {
    const found = (await store.comparisons.list()).find((one) => one.comparisonId === comparisonId)
    if (found !== undefined) return found
    throw new PlanwrightError({ code: 'not-found', message: `There is no comparison "${comparisonId}".` })
  }
  /** Kept while this process writes: then nothing changes behind its back. */
  const indexOf = async (comparison: Comparison): Promise<OutcomeIndex> => {
    const { comparisonId } = comparison
    const known = indices.get(comparisonId)
    if (known !== undefined) return known
    const index = new OutcomeIndex(comparison, await store.comparisons.outcomes(comparisonId))
    if (!(await store.isWriter())) return index
    indices.set(comparisonId, index)
    const [oldest] = indices.keys()
    if (indices.size > keptIndices && oldest !== undefined) indices.delete(oldest)
    return index
  }
  const problemsOf = async (datasetId: string) => {
    if (texts?.datasetId !== datasetId) texts = { datasetId, problems: await datasets.problems(datasetId) }
    return texts.problems
  }
  const problemAt = async ({ datasetId }: Comparison, problem: number) =>
    (await datasets.problems(datasetId, [problem]))[0]

  const cellOf = async (
    comparison: Comparison,
    job: Job,
    run: { runId: string; events: readonly RunEvent[] },
  ): Promise<RunCell> => {
    const problem = await problemAt(comparison, job.problem)
    const modelId = comparison.variants[job.variant]?.modelId
    return cellOfRun({
      ...run,
      sample: problem === undefined ? undefined : readReference(problem),
      memoryBytes: modelId === undefined ? 0 : await memoryOf(modelId),
    })
  }
  const queue = new ComparisonQueue({
    store,
    clock,
    runner: {
      ...runner,
      cellOf,
      textOf: async (comparison, problem) => (await problemAt(comparison, problem))?.text ?? '',
    },
    onChange(ended) {
      if (ended !== undefined) indices.get(ended.job.comparisonId)?.add(outcomeOf(ended.job, ended.cell))
      onChange()
    },
  })

  const overviewOf = async (comparison: Comparison): Promise<ComparisonOverview> => {
    const { comparisonId, problems, repeats, variants } = comparison
    const index = await indexOf(comparison)
    const { current, leftMs, message } = queue.now(comparisonId)
    return {
      comparison,
      variants: [...index.summaries()],
      queue: {
        done: index.size,
        of: problems * variants.length * repeats,
        leftMs,
        message,
        current:
          current === undefined
            ? null
            : { problem: current.job.problem, variant: current.job.variant, runId: current.runId },
      },
    }
  }

  return {
    list: async () => Promise.all((await store.comparisons.list()).map(overviewOf)),
    overview: async (comparisonId) => overviewOf(await find(comparisonId)),
    async create({ datasetId, name, repeats, variants }) {
      if (!(await store.isWriter())) {
        throw new PlanwrightError({
          code: 'unsupported',
          message: 'Another Planwright has the store open, and only that one can work on comparisons.',
          wayOut: 'Use its window, or close it.',
        })
      }
      const { problems } = await datasets.find(datasetId)
      if (problems === 0) throw new PlanwrightError({ code: 'invalid-input', message: 'This dataset has no problems.' })
      const time = clock.now()
      const state = 'running' as const
      const common = { comparisonId: createId('comparison', time), time, name, datasetId, problems, repeats }
      const comparison = { ...common, variants: [...variants], state, isBinned: false }
      await store.comparisons.add(comparison)
      queue.wake()
      onChange()
      return comparison
    },
    async find(comparisonId, filter) {
      const comparison = await find(comparisonId)
      return findProblems(await problemsOf(comparison.datasetId), await indexOf(comparison), filter)
    },
    async rows(comparisonId, wanted) {
      const comparison = await find(comparisonId)
      const all = await problemsOf(comparison.datasetId)
      const jobs = await store.comparisons.jobs(comparisonId, wanted)
      const running = queue.now(comparisonId).current?.runId
      return wanted.flatMap((problem) => {
        const row = all[problem]
        return row === undefined ? [] : [rowOf({ comparison, jobs, running }, problem, row)]
      })
    },
    async cell(comparisonId, problem, variant) {
      const comparison = await find(comparisonId)
      const jobs = await store.comparisons.jobs(comparisonId, [problem])
      const runs = jobs.filter((job) => job.variant === variant).flatMap(({ cell }) => cell ?? [])
      return { text: (await problemAt(comparison, problem))?.text ?? '', runs }
    },
    async setState(comparisonId, state) {
      await find(comparisonId)
      await store.comparisons.setState(comparisonId, state)
      if (state === 'cancelled') queue.interrupt(comparisonId)
      if (state === 'running') queue.wake()
      onChange()
    },
    async bin(comparisonId, isBinned) {
      await find(comparisonId)
      await store.comparisons.setBinned(comparisonId, isBinned)
      if (isBinned) queue.interrupt(comparisonId)
      else queue.wake()
      onChange()
    },
    startQueue: () => queue.start(),
    dispose: () => queue.dispose(),
  }
}

interface RowSource {
  readonly comparison: Comparison
  readonly jobs: readonly StartedJob[]
  readonly running: string | undefined
}

function rowOf({ comparison, jobs, running }: RowSource, problem: number, row: DatasetProblem): MatrixRow {
  const own = jobs.filter((job) => job.problem === problem)
  const title = row.text.replaceAll(/\s+/g, ' ').trim().slice(0, longestTitle)
  const cells = comparison.variants.map(
    (_, variant): MatrixCell =>
      matrixCell(
        own.filter((job) => job.variant === variant),
        running,
      ),
  )
  return { problem, id: row.id, task: row.task, level: row.level, title, cells }
}

const outcomeOf = (
  { problem, repeat, variant }: Job,
  { latencyMs, memoryBytes, outcome, planKey, tokensPerSecond }: RunCell,
): JobOutcome => ({ problem, variant, repeat, outcome, planKey, latencyMs, tokensPerSecond, memoryBytes })
