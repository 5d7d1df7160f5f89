import { z } from 'zod'
import { PlanwrightError } from '../base/planwright-error.ts'
import { type Sampling, samplingSchema } from '../language-models/contract/generate.ts'
import type { RunRecipe } from '../planning/run-recipe.ts'

/** The sampling of a recipe; undefined where it has none. Throws `invalid-input` for what are no sampling parameters. */
export function readSampling({ sampling }: RunRecipe): Sampling | undefined {
  if (sampling === undefined) return undefined
  const { data, error } = samplingSchema.strict().safeParse({ temperature: 0, ...sampling })
  if (data !== undefined) return data
  const message = `These are no sampling parameters: ${z.prettifyError(error)}.`
  throw new PlanwrightError({ code: 'invalid-input', message, wayOut: 'Use temperature, topP, topK, minP and seed.' })
}
