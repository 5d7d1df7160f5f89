import type { Prediction } from './prediction.ts'
import { isCorrect, isWrong } from './sample.ts'
import { type Latencies, latencies, type Share, wilson } from './statistics.ts'

/** How a group of predictions fared. */
export interface Scores {
  readonly problems: number
  readonly solved: Share
  /** Of the plans that came with a verdict. */
  readonly consistent: Share
  readonly valid: Share
  /** A valid and best plan, or rightly none. */
  readonly correct: Share
  /** An answer was given, and it is false. */
  readonly wrong: Share
  /** Null where the dataset has no score of its own. */
  readonly exactMatch: Share | null
}

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
  /** Most frequent first. */
  readonly errors: readonly { readonly error: string; readonly count: number }[]
}

export interface ModelReport {
  readonly model: string
  /** Highest sum of the memory of all processes, in bytes; null where nothing was run this time. */
  readonly peakMemory: { readonly bytes: number; readonly measure: string } | null
  readonly tasks: readonly TaskReport[]
}

export interface EvaluationReport {
  /** Problems of the datasets, and how many of them each model should answer. */
  readonly problems: number
  readonly complete: boolean
  readonly models: readonly ModelReport[]
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return [...Map.groupBy(items, keyOf).values()]
}

function scoresOf(predictions: readonly Prediction[]): Scores {
  const of = predictions.length
  const count = (wanted: (one: Prediction) => boolean) => predictions.filter(wanted).length
  const scored = predictions.filter(({ exactMatch }) => exactMatch !== null).length
  const judged = count(({ consistent }) => consistent !== null)
  return {
    problems: of,
    solved: wilson(
      count(({ status }) => status === 'solved'),
      of,
    ),
    consistent: wilson(
      count(({ consistent }) => consistent === true),
      judged,
    ),
    valid: wilson(
      count(({ valid }) => valid),
      of,
    ),
    correct: wilson(
      count(({ verdict }) => isCorrect(verdict)),
      of,
    ),
    wrong: wilson(
      count(({ verdict }) => isWrong(verdict)),
      of,
    ),
    exactMatch:
      scored === 0
        ? null
        : wilson(
            count(({ exactMatch }) => exactMatch === true),
            scored,
          ),
  }
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
    errors: errors
      .map((group) => ({ error: group[0]?.error ?? '', count: group.length }))
      .sort((a, b) => b.count - a.count),
  }
}

/** Sums up the predictions of some models, by dataset and task. */
export function reportOn(named: {
  models: readonly string[]
  problems: number
  predictions: readonly Prediction[]
  peakMemory: ReadonlyMap<string, { readonly bytes: number; readonly measure: string }>
}): EvaluationReport {
  const { models, peakMemory, predictions, problems } = named
  return {
    problems,
    complete: predictions.length === problems * models.length,
    models: models.map((model) => ({
      model,
      peakMemory: peakMemory.get(model) ?? null,
      tasks: groupBy(
        predictions.filter((one) => one.model === model),
        ({ dataset, task }) => `${dataset} ${task}`,
      ).map(taskReport),
    })),
  }
}
