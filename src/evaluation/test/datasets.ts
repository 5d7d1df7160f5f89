import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.env['PLANWRIGHT_DATASETS'] ?? ''

/** Only who has no data sets may skip what needs them, and the project's own checks have them. */
export const mayMissDatasets = folder === '' && process.env['CI'] !== 'true'

export const datasetPath = (...parts: readonly string[]) => join(folder, ...parts)

export const readDatasetText = (...parts: readonly string[]) => readFileSync(datasetPath(...parts), 'utf8')
