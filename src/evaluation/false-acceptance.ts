import type { Prediction } from './prediction.ts'
import { posesProblem } from './sample.ts'
import { type Share, wilson } from './statistics.ts'

/** What became of texts that pose no planning problem. */
export interface FalseAcceptance {
  /** Taken for a planning problem, whatever came of it. */
  readonly accepted: Share
  /** Given a plan, or called a problem without one. */
  readonly answered: Share
}

/** Null where the predictions are of problems. */
export function falseAcceptanceOf(predictions: readonly Prediction[]): FalseAcceptance | null {
  const texts = predictions.filter((one) => !posesProblem(one))
  if (texts.length === 0) return null
  const share = (wanted: (one: Prediction) => boolean) => wilson(texts.filter(wanted).length, texts.length)
  return {
    accepted: share(({ verdict }) => verdict === 'accepted'),
    answered: share(({ status }) => status !== 'failed'),
  }
}
