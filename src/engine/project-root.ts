import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PlanwrightError } from '../base/planwright-error.ts'

/** The folder that holds `datasets/` and the built page, whether this runs from source or from a build below it. */
export function findProjectRoot(startUrl: string): string {
  let folder = dirname(fileURLToPath(startUrl))
  while (!existsSync(join(folder, 'datasets')) || !existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) {
      throw new PlanwrightError({
        code: 'not-found',
        message: 'The files that come with Planwright are not beside it.',
        wayOut: 'Install Planwright again.',
      })
    }
    folder = parent
  }
  return folder
}
