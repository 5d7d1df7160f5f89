import { PlanwrightError } from '../base/planwright-error.ts'
import { type Prediction, predictionOf } from './prediction.ts'
import type { PredictionsFile } from './predictions-file.ts'
import type { EvaluatedRun, Sample } from './sample.ts'

/** Runs a problem with the model under test; resolves undefined where it was cancelled. */
export type RunSample = (text: string, options: { readonly repairs?: number }) => Promise<EvaluatedRun | undefined>

export interface EvaluateRequest {
  readonly samples: readonly Sample[]
  readonly model: string
  readonly run: RunSample
  readonly file: PredictionsFile
  readonly onPrediction: (prediction: Prediction) => void | Promise<void>
  readonly signal: AbortSignal
  /** At most so many repairs; the engine's own limit where absent. */
  readonly repairs?: number
}

/**
 * Lets a model answer every sample that it has not answered yet; each answer is on disk before the next question.
 * Resolves false where the signal ended it. Throws `model-load` where the model can't be run at all.
 */
export async function evaluateModel(request: EvaluateRequest): Promise<boolean> {
  const { file, model, onPrediction, repairs, run, samples, signal } = request
  let cold = true
  for (const sample of samples) {
    if (file.has(sample.id, model)) continue
    if (signal.aborted) return false
    const made = await run(sample.text, repairs === undefined ? {} : { repairs })
    if (made === undefined) return false
    if (made.runStatus === 'not-started') throw notStarted(model, made)
    checkSameModel(request, made)
    const fewerRepairs = await runWithFewer(request, sample, made)
    if (fewerRepairs === undefined) return false
    const prediction = predictionOf({ sample, model, run: made, fewerRepairs, cold })
    await file.add(prediction)
    cold = false
    await onPrediction(prediction)
  }
  return true
}

/** Throws `invalid-input` where earlier answers are another model's, of the same name: one that was trained on since. */
function checkSameModel({ file, model }: EvaluateRequest, { modelSha256 }: EvaluatedRun): void {
  const others = file.predictions.filter(
    (one) => one.model === model && one.modelSha256 !== null && one.modelSha256 !== modelSha256,
  )
  if (others.length === 0) return
  throw new PlanwrightError({
    code: 'invalid-input',
    message: `The file of ${model} has changed since ${others.length} of the problems were answered.`,
    wayOut: 'Name another folder with --out: one report should not mix two models. Earlier predictions are untouched.',
  })
}

/** The verdict with fewer repairs differs only where repairs were made. */
async function runWithFewer(
  { run }: EvaluateRequest,
  { text }: Sample,
  { attempts }: EvaluatedRun,
): Promise<EvaluatedRun[] | undefined> {
  const made: EvaluatedRun[] = []
  for (let repairs = 0; repairs < attempts - 1; repairs++) {
    const one = await run(text, { repairs })
    if (one === undefined) return undefined
    made.push(one)
  }
  return made
}

/** A model that can't be loaded would fail every problem; that is no result. */
const notStarted = (model: string, { reason }: EvaluatedRun) =>
  new PlanwrightError({ code: 'model-load', message: reason ?? `${model} can't be loaded.` })
