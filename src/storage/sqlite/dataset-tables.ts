import type { DatabaseSync } from 'node:sqlite'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { type Dataset, type DatasetProblem, datasetProblemSchema, datasetSchema } from '../../planning/dataset.ts'
import { parseJson } from '../parse-json.ts'
import { selectSome } from './select-some.ts'

/** Datasets and their problems, which never change. */
export interface DatasetTables {
  add(dataset: Dataset, problems: readonly DatasetProblem[]): void
  list(): readonly Dataset[]
  problems(datasetId: string, positions?: readonly number[]): readonly DatasetProblem[]
}

export function datasetTables(database: DatabaseSync): DatasetTables {
  const addDataset = database.prepare('INSERT OR IGNORE INTO datasets (dataset_id, time, dataset) VALUES (?, ?, ?)')
  const addProblem = database.prepare(
    'INSERT INTO problems (dataset_id, position, id, task, level, text, reference) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const all = database.prepare('SELECT dataset FROM datasets ORDER BY time DESC, dataset_id DESC')
  return {
    add(dataset, problems) {
      const { datasetId, time } = dataset
      if (addDataset.run(datasetId, time, JSON.stringify(dataset)).changes === 0) {
        throw new PlanwrightError({ code: 'invalid-input', message: `The dataset ${datasetId} is there already.` })
      }
      for (const [position, { id, level, reference, task, text }] of problems.entries()) {
        const written = reference === undefined ? null : JSON.stringify(reference)
        addProblem.run(datasetId, position, id, task, level, text, written)
      }
    },
    list: () => all.all().flatMap((row) => datasetSchema.safeParse(parseJson(String(row['dataset']))).data ?? []),
    problems: (datasetId, positions) =>
      selectSome(database, {
        sql: 'SELECT id, task, level, text, reference FROM problems WHERE dataset_id = ?',
        of: [datasetId],
        column: 'position',
        positions,
      }).map(readProblem),
  }
}

function readProblem({ reference, ...row }: Record<string, unknown>): DatasetProblem {
  const stated = reference === null ? undefined : parseJson(String(reference))
  return datasetProblemSchema.parse(stated === undefined ? row : { ...row, reference: stated })
}
