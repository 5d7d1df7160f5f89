import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { readDataset } from '../../evaluation/dataset-file.ts'
import type { Sample } from '../../evaluation/sample.ts'

/** Where the data sets lie, from PLANWRIGHT_DATASETS. Throws `invalid-input` where it says nothing. */
export function datasetsFolder(): string {
  const folder = process.env['PLANWRIGHT_DATASETS']
  if (folder !== undefined && folder !== '') return folder
  throw new PlanwrightError({
    code: 'invalid-input',
    message: 'PLANWRIGHT_DATASETS is not set.',
    wayOut: 'Let it name a folder with natural-plan/ and wild-problems/ in it; the README says how to make them.',
  })
}

export const naturalPlanFiles = ['calendar_scheduling.json', 'trip_planning.json', 'meeting_planning.json'].map(
  (name) => join('natural-plan', name),
)
export const wildFiles = ['calendar.jsonl', 'trip.jsonl', 'meeting.jsonl'].map((name) => join('wild-problems', name))

/** Reads data sets of the folder. Throws `not-found` for one that isn't there. */
export async function readDatasets(folder: string, files: readonly string[]): Promise<Sample[]> {
  const sets = await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name)
      const text = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw new PlanwrightError({ code: 'not-found', message: `There is no data set ${file}.`, cause })
      })
      return readDataset(file, text)
    }),
  )
  return sets.flat()
}
