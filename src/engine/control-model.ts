import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { PlanwrightError } from '../base/planwright-error.ts'
import { createRandom } from '../base/random.ts'
import { withClearErrors } from '../evaluation/predictions-file.ts'
import { randomizeWeights } from '../language-models/randomize-weights.ts'

/**
 * Writes the control that a report sets beside a model: the same shape and tokenizer with random weights, which only the
 * grammar and the code around it could make solve anything. One that is in the folder already is taken as it is, so that
 * an evaluation can go on. Returns its path. Throws `invalid-input` where the model is neither F16 nor Q8_0.
 */
export async function writeControlModel(modelFile: string, folder: string): Promise<string> {
  const file = join(folder, 'random-weights.gguf')
  if (existsSync(file)) return file
  await withClearErrors(folder, async () => {
    await mkdir(folder, { recursive: true })
    const unfinished = `${file}.unfinished`
    await randomizeWeights(modelFile, unfinished, createRandom(11)).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error
      throw new PlanwrightError({
        code: 'invalid-input',
        message: `No control can be made of ${modelFile}: ${error.message}.`,
        wayOut: 'Name a model in F16 or Q8_0 first.',
      })
    })
    await rename(unfinished, file)
  })
  return file
}
