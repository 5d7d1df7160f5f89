import { type Baseline, baselinesOf } from './baseline.ts'
import { type ConfidenceReport, confidenceReport } from './confidence-report.ts'
import { type FalseAcceptance, falseAcceptanceOf } from './false-acceptance.ts'
import type { Prediction } from './prediction.ts'
import { isCorrect, posesProblem, type Sample } from './sample.ts'
import { type Scores, scoresOf } from './scores.ts'
import { type Latencies, latencies, type Share, wilson } from './statistics.ts'

export interface TaskReport extends Scores {
  readonly dataset: string
  readonly task: string
  /** In the order of their numbers. */
  readonly levels: readonly (Scores & { readonly level: string })[]
  /** Of the first, cold query, which starts and loads the model; null where there was none. */
  readonly coldMs: number | null
  /** Of all queries but the cold ones, in milliseconds. */
  readonly totalMs: Latencies
  readonly formalizeMs: Latencies
  readonly solveMs: Latencies
  /** Prompt and completion tokens for each second of translating. */
  readonly tokensPerSecond: { readonly prompt: number; readonly completion: number }
  /** Correct answers with at most 0, 1, .. repairs. */
  readonly byRepairs: readonly Share[]
  /** Of texts that pose no problem; null for a task of problems. */
  readonly falseAcceptance: FalseAcceptance | null
  /** Null where no confidence is known. */
  readonly confidence: ConfidenceReport | null
  /** Most frequent first. */
  readonly errors: readonly { readonly error: string; readonly count: number }[]
}

export interface ModelReport {
  readonly model: string
  /** Highest sum of the memory of all processes, in bytes; null where it was not measured. */
  readonly peakMemory: { readonly bytes: number; readonly measure: string } | null
  /** All tasks together, without texts that pose no problem. */
  readonly overall: Scores & { readonly confidence: ConfidenceReport | null }
  readonly tasks: readonly TaskReport[]
}

export interface EvaluationReport {
  /** Problems of the datasets, and how many of them each model should answer. */
  readonly problems: number
  readonly complete: boolean
  /** Of all problems, answered or not. */
  readonly baselines: readonly Baseline[]
  readonly models: readonly ModelReport[]
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return [...Map.groupBy(items, keyOf).values()]
}

function taskReport(predictions: readonly Prediction[]): TaskReport {
  const warm = predictions.filter(({ cold }) => !cold)
  const sum = (value: (one: Prediction) => number) => predictions.reduce((total, one) => total + value(one), 0)
  const seconds = sum(({ formalizeMs }) => formalizeMs) / 1000
  const perSecond = (tokens: number) => (seconds === 0 ? 0 : tokens / seconds)
  const repairs = Math.max(0, ...predictions.map(({ verdictsByRepairs }) => verdictsByRepairs.length))
  const errors = groupBy(
    predictions.filter(({ error }) => error !== null),
    ({ error }) => error ?? '',
  )
  return {
    dataset: predictions[0]?.dataset ?? '',
    task: predictions[0]?.task ?? '',
    ...scoresOf(predictions),
    levels: groupBy(predictions, ({ level }) => level)
      .map((group) => ({ level: group[0]?.level ?? '', ...scoresOf(group) }))
      .sort((a, b) => a.level.localeCompare(b.level, 'en', { numeric: true })),
    coldMs: predictions.find(({ cold }) => cold)?.totalMs ?? null,
    totalMs: latencies(warm.map(({ totalMs }) => totalMs)),
    formalizeMs: latencies(warm.map(({ formalizeMs }) => formalizeMs)),
    solveMs: latencies(warm.map(({ solveMs }) => solveMs)),
    tokensPerSecond: {
      prompt: perSecond(sum(({ promptTokens }) => promptTokens)),
      completion: perSecond(sum(({ completionTokens }) => completionTokens)),
    },
    byRepairs: Array.from({ length: repairs }, (_, most) => {
      // Who made fewer repairs than allowed would have answered the same with more.
      const right = predictions.filter(({ verdictsByRepairs }) => {
        const verdict = verdictsByRepairs[Math.min(most, verdictsByRepairs.length - 1)]
        return verdict !== undefined && isCorrect(verdict)
      })
      return wilson(right.length, predictions.length)
    }),
    falseAcceptance: falseAcceptanceOf(predictions),
    confidence: confidenceReport(predictions),
    errors: errors
      .map((group) => ({ error: group[0]?.error ?? '', count: group.length }))
      .sort((a, b) => b.count - a.count),
  }
}

function modelReport(
  model: string,
  predictions: readonly Prediction[],
  peakMemory: ModelReport['peakMemory'],
): ModelReport {
  const problems = predictions.filter(posesProblem)
  return {
    model,
    peakMemory,
    overall: { ...scoresOf(problems), confidence: confidenceReport(problems) },
    tasks: groupBy(predictions, ({ dataset, task }) => `${dataset} ${task}`).map(taskReport),
  }
}

/** Sums up the predictions of some models, by dataset and task. */
export function reportOn(named: {
  models: readonly string[]
  samples: readonly Sample[]
  predictions: readonly Prediction[]
  peakMemory: ReadonlyMap<string, { readonly bytes: number; readonly measure: string }>
}): EvaluationReport {
  const { models, peakMemory, predictions, samples } = named
  return {
    problems: samples.length,
    complete: predictions.length === samples.length * models.length,
    baselines: baselinesOf(samples),
    models: models.map((model) =>
      modelReport(
        model,
        predictions.filter((one) => one.model === model),
        peakMemory.get(model) ?? null,
      ),
    ),
  }
}
