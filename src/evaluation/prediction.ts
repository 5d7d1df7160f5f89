import { createHash } from 'node:crypto'
import { z } from 'zod'
import { errorClass } from './error-class.ts'
import { type EvaluatedRun, isValid, type Sample, verdictClasses } from './sample.ts'

const milliseconds = z.number().min(0)

/** One line of `predictions.jsonl`: a problem, a model, its answer and what became of it. */
export const predictionSchema = z.object({
  id: z.string(),
  model: z.string(),
  status: z.enum(['solved', 'unsatisfiable', 'failed']),
  /** The benchmark's answer text. */
  prediction: z.string().nullable(),
  /** Calendar `{day, start, end}`, trip `[{city, from, to}]`, meeting `[{person, start, end}]`. */
  plan: z.unknown(),
  /** The plan satisfies the facts that the model wrote. */
  consistent: z.boolean().nullable(),
  /** The plan satisfies the dataset's own constraints. */
  valid: z.boolean(),
  /** The benchmark's own score; null where the dataset has none. */
  exactMatch: z.boolean().nullable(),
  formalizeMs: milliseconds,
  solveMs: milliseconds,
  totalMs: milliseconds,
  promptTokens: z.int().min(0),
  completionTokens: z.int().min(0),
  dataset: z.string(),
  task: z.string(),
  level: z.string(),
  verdict: z.enum(verdictClasses),
  /** Why the answer is not right; null for a right one. */
  error: z.string().nullable(),
  why: z.string(),
  reason: z.string().nullable(),
  domain: z.string().nullable(),
  /** Translations made: 1 and repairs. */
  attempts: z.int().min(0),
  /** The verdict with at most 0, 1, .. repairs. */
  verdictsByRepairs: z.array(z.enum(verdictClasses)),
  /** The first run after the model was started, which loads it. */
  cold: z.boolean(),
  /** The facts that the model wrote, in Prolog. */
  facts: z.array(z.string()),
  /** The model's probability of its whole translation. Like all below, null in files of earlier versions. */
  confidence: z.number().min(0).max(1).nullable().default(null),
  /** Of the model's file: it may have been trained on since. */
  modelSha256: z.string().nullable().default(null),
  /** Of the problem's text: the dataset may have changed since. */
  textSha256: z.string().nullable().default(null),
})
export type Prediction = z.infer<typeof predictionSchema>

export const textSha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** `fewerRepairs`: the same problem with at most 0, 1, .. repairs, all that are fewer than `run` made. */
export function predictionOf(named: {
  sample: Sample
  model: string
  run: EvaluatedRun
  fewerRepairs: readonly EvaluatedRun[]
  cold: boolean
}): Prediction {
  const { cold, fewerRepairs, model, run, sample } = named
  const judgement = sample.judge(run)
  return {
    id: sample.id,
    model,
    status: run.status,
    prediction: run.planText,
    plan: run.status === 'solved' ? run.plan : null,
    consistent: run.consistent,
    valid: isValid(judgement.verdict),
    exactMatch: judgement.exactMatch,
    formalizeMs: run.timings.formalizeMs,
    solveMs: run.timings.solveMs,
    totalMs: run.timings.totalMs,
    promptTokens: run.usage.promptTokens,
    completionTokens: run.usage.completionTokens,
    dataset: sample.dataset,
    task: sample.task,
    level: sample.level,
    verdict: judgement.verdict,
    error: errorClass(sample, run, judgement),
    why: judgement.why,
    reason: run.reason,
    domain: run.domain,
    attempts: run.attempts,
    verdictsByRepairs: [...fewerRepairs.map((one) => sample.judge(one).verdict), judgement.verdict],
    cold,
    facts: [...run.facts],
    confidence: run.confidence,
    modelSha256: run.modelSha256,
    textSha256: textSha256(sample.text),
  }
}
