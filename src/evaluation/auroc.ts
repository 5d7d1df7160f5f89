/** A score and whether what it foretells came true. */
export interface Scored {
  readonly score: number
  readonly isPositive: boolean
}

/**
 * Area under the ROC curve: how often a positive has a higher score than a negative, a tie counting half. By the
 * Mann-Whitney statistic U = R - p (p + 1) / 2, with p positives, n negatives and R the sum of the positives' ranks among
 * all scores (equal scores share the mean of their ranks); the area is U / (p n). Null where there are no positives or no
 * negatives.
 */
export function auroc(scored: readonly Scored[]): number | null {
  const sorted = [...scored].sort((a, b) => a.score - b.score)
  const positives = sorted.filter(({ isPositive }) => isPositive).length
  const negatives = sorted.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++
    const meanRank = (from + 1 + to) / 2
    rankSum += meanRank * sorted.slice(from, to).filter(({ isPositive }) => isPositive).length
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}
