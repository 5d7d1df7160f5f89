import { auroc, type Scored } from './auroc.ts'
import type { Prediction } from './prediction.ts'
import { isCorrect } from './sample.ts'
import { type Share, wilson } from './statistics.ts'

/** Answers of like confidence, a fifth of them: confidences lie so close to 0 or 1 that bins of equal width would be empty. */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  readonly meanConfidence: number
  readonly correct: Share
}

/** Whether a model knows when it is right. */
export interface ConfidenceReport {
  /** Predictions whose confidence is known. */
  readonly problems: number
  /** How well confidence tells right answers from others; null where all are right, or none is. */
  readonly auroc: number | null
  readonly bins: readonly ReliabilityBin[]
}

const mostBins = 5

/** Null where no prediction has a confidence, as in files of earlier versions. */
export function confidenceReport(predictions: readonly Prediction[]): ConfidenceReport | null {
  const known = predictions.flatMap(({ confidence, verdict }) =>
    confidence === null ? [] : [{ score: confidence, isPositive: isCorrect(verdict) }],
  )
  if (known.length === 0) return null
  return { problems: known.length, auroc: auroc(known), bins: binsOf(known) }
}

/** Lowest confidence first. Equal ones stay together, where the middle of them belongs, so that there may be fewer bins. */
function binsOf(known: readonly Scored[]): ReliabilityBin[] {
  const sorted = [...known].sort((a, b) => a.score - b.score)
  const bins = new Map<number, Scored[]>()
  let before = 0
  for (const equal of Map.groupBy(sorted, ({ score }) => score).values()) {
    const middle = before + (equal.length - 1) / 2
    const bin = Math.floor((middle * mostBins) / sorted.length)
    bins.set(bin, [...(bins.get(bin) ?? []), ...equal])
    before += equal.length
  }
  return [...bins.values()].map((bin) => ({
    from: bin[0]?.score ?? 0,
    to: bin.at(-1)?.score ?? 0,
    meanConfidence: bin.reduce((sum, { score }) => sum + score, 0) / bin.length,
    correct: wilson(bin.filter(({ isPositive }) => isPositive).length, bin.length),
  }))
}
