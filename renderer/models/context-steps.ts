/** What the slider reaches where a model's file does not say what it was trained for. */
const unknownContextTokens = 131_072
const smallest = 256

/** The largest context window that can be asked for. */
export function mostContextTokens(trained: number): number {
  return trained > 0 ? trained : unknownContextTokens
}

/** Stops of the slider: doubled from step to step, the last one what the model was trained for. */
export function contextSteps(trained: number): number[] {
  const most = mostContextTokens(trained)
  const steps: number[] = []
  for (let step = smallest; step < most; step *= 2) steps.push(step)
  return [...steps, most]
}

/** The stop that is nearest from below, as an index. */
export function nearestStep(steps: readonly number[], tokens: number): number {
  return Math.max(
    0,
    steps.findLastIndex((step) => step <= tokens),
  )
}
