import { PlanwrightError } from '../base/planwright-error.ts'
import { type Prediction, textSha256 } from './prediction.ts'
import type { Sample } from './sample.ts'

/**
 * Throws `invalid-input` where an earlier answer in the folder was given to another text of the same name: a dataset that
 * has changed, or a generator. One report can't be about both.
 */
export function checkSameProblems(
  samples: readonly Sample[],
  predictions: readonly Prediction[],
  folder: string,
): void {
  const texts = new Map(samples.map(({ id, text }) => [id, textSha256(text)]))
  const changed = predictions.filter(({ id, textSha256: before }) => {
    const now = texts.get(id)
    return now !== undefined && before !== null && before !== now
  })
  const ids = [...new Set(changed.map(({ id }) => id))]
  if (ids.length === 0) return
  const named = ids.length > 3 ? `${ids.slice(0, 3).join(', ')}, ...` : ids.join(', ')
  throw new PlanwrightError({
    code: 'invalid-input',
    message: `${ids.length} ${ids.length === 1 ? 'problem has' : 'problems have'} another text than when ${ids.length === 1 ? 'it was' : 'they were'} answered in ${folder} (${named}).`,
    wayOut: 'Name another folder with --out, or remove their lines from predictions.jsonl. Nothing was evaluated.',
  })
}
