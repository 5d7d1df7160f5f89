import type { Comparison, Job } from '../../planning/comparison.ts'

/** The place of a job among all of its comparison. */
export function jobKey({ problem, repeat, variant }: Pick<Job, 'problem' | 'variant' | 'repeat'>): string {
  return `${problem} ${variant} ${repeat}`
}

/** Jobs that are left, those of one model together, so that each model is loaded once. */
export function* pendingJobs(
  { comparisonId, problems, repeats, variants }: Comparison,
  isDone: (job: Job) => boolean,
): Generator<Job> {
  const models = [...new Set(variants.map(({ modelId }) => modelId))]
  for (const model of models) {
    const columns = variants.flatMap(({ modelId }, index) => (modelId === model ? [index] : []))
    for (let problem = 0; problem < problems; problem++) {
      for (const variant of columns) {
        for (let repeat = 0; repeat < repeats; repeat++) {
          const job = { comparisonId, problem, variant, repeat }
          if (!isDone(job)) yield job
        }
      }
    }
  }
}
