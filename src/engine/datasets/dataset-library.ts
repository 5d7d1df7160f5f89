import { createHash } from 'node:crypto'
import type { Example } from '../../api/contract.ts'
import type { Clock } from '../../base/clock.ts'
import { createId } from '../../base/id.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { readDataset } from '../../evaluation/dataset-file.ts'
import type { Sample } from '../../evaluation/sample.ts'
import type { Dataset, DatasetOrigin, DatasetProblem } from '../../planning/dataset.ts'
import type { DatasetStore } from '../../storage/dataset-store.ts'
import { type GeneratedSet, generatedSamples } from '../generated-samples.ts'
import { openReferenceSolver } from '../reference-solver.ts'

export type DatasetProgress =
  | { readonly type: 'composed'; readonly done: number; readonly of: number }
  | { readonly type: 'added'; readonly dataset: Dataset }

export interface DatasetLibrary {
  /** Those that were added, newest first, and the examples. */
  list(): Promise<readonly Dataset[]>
  /** Throws `not-found`. */
  find(datasetId: string): Promise<Dataset>
  problems(datasetId: string, positions?: readonly number[]): Promise<readonly DatasetProblem[]>
  /** Throws `invalid-input` that names the line. */
  importFile(name: string, text: string): Promise<Dataset>
  write(name: string, texts: readonly string[]): Promise<Dataset>
  generate(set: GeneratedSet, signal: AbortSignal): AsyncGenerator<DatasetProgress>
}

interface LibraryDependencies {
  readonly store: DatasetStore
  readonly clock: Clock
  readonly examples: readonly Example[]
  readonly onChange: () => void
}

/** Problems under names: those that come with Planwright, composed, imported and written ones. */
export function createDatasetLibrary({ clock, examples, onChange, store }: LibraryDependencies): DatasetLibrary {
  const exampleProblems = examples.map(({ domain, id, text }) => ({ id, task: domain, level: 'example', text }))
  const digest = createHash('sha256').update(JSON.stringify(exampleProblems)).digest('hex').slice(0, 12)
  const exampleSet: Dataset = {
    datasetId: `examples-${digest}`,
    time: 0,
    name: 'Examples',
    origin: 'examples',
    problems: exampleProblems.length,
  }
  const list = async () => [...(await store.list()), ...(exampleProblems.length > 0 ? [exampleSet] : [])]

  const add = async (name: string, origin: DatasetOrigin, problems: readonly DatasetProblem[]) => {
    const time = clock.now()
    const dataset = { datasetId: createId('set', time), time, name, origin, problems: problems.length }
    await store.add(dataset, problems)
    onChange()
    return dataset
  }

  return {
    list,
    async find(datasetId) {
      const found = (await list()).find((one) => one.datasetId === datasetId)
      if (found !== undefined) return found
      throw new PlanwrightError({ code: 'not-found', message: `There is no dataset "${datasetId}".` })
    },
    async problems(datasetId, positions) {
      if (datasetId !== exampleSet.datasetId) return store.problems(datasetId, positions)
      return positions === undefined
        ? exampleProblems
        : [...positions].sort((a, b) => a - b).flatMap((position) => exampleProblems[position] ?? [])
    },
    importFile: (name, text) => add(name, 'imported', readDataset(name, text).map(problemOf)),
    write: (name, texts) =>
      add(
        name,
        'own',
        texts.map((text, index) => ({ id: `${index + 1}`, task: 'auto', level: '', text })),
      ),
    async *generate(set, signal) {
      const reference = openReferenceSolver()
      const queue: DatasetProgress[] = []
      let wake = () => {}
      const composing = generatedSamples(set, {
        isSatisfiable: reference.isSatisfiable,
        onComposed(done) {
          queue.push({ type: 'composed', done, of: set.count })
          wake()
        },
        signal,
      }).finally(() => wake())
      let isOver = false
      const over = composing.then(
        () => {
          isOver = true
        },
        () => {
          isOver = true
        },
      )
      try {
        while (!isOver) {
          const latest = queue.splice(0).at(-1)
          if (latest !== undefined) yield latest
          await Promise.race([
            over,
            new Promise<void>((resolve) => {
              wake = resolve
              if (queue.length > 0) resolve()
            }),
          ])
        }
        const samples = await composing
        signal.throwIfAborted()
        const name = `${set.count} × ${set.kind}, seed ${set.seed}`
        yield { type: 'added', dataset: await add(name, 'generated', samples.map(problemOf)) }
      } finally {
        await reference.dispose()
      }
    },
  }
}

function problemOf({ id, level, source, task, text }: Sample): DatasetProblem {
  return { id, task, level, text, ...(source === undefined ? {} : { reference: source }) }
}
