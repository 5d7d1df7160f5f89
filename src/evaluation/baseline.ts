import { type EvaluatedRun, isCorrect, type Sample } from './sample.ts'
import { type Share, wilson } from './statistics.ts'

/** How an answerer that always says "unsatisfiable" would fare on a task. */
export interface Baseline {
  readonly dataset: string
  readonly task: string
  readonly alwaysUnsatisfiable: Share
}

/** Says so without a look at the problem. */
const saysUnsatisfiable = (task: string): EvaluatedRun => ({
  status: 'unsatisfiable',
  runStatus: 'unsatisfiable',
  reason: null,
  domain: task,
  isRefused: false,
  plan: null,
  steps: null,
  planText: null,
  consistent: null,
  facts: [],
  confidence: null,
  attempts: 0,
  timings: { formalizeMs: 0, solveMs: 0, validateMs: 0, totalMs: 0 },
  usage: { promptTokens: 0, completionTokens: 0 },
  modelSha256: null,
})

/** By the samples' own judgement, for each task of each dataset. */
export function baselinesOf(samples: readonly Sample[]): Baseline[] {
  const groups = Map.groupBy(samples, ({ dataset, task }) => JSON.stringify([dataset, task]))
  return [...groups.values()].map((group) => {
    const right = group.filter((sample) => isCorrect(sample.judge(saysUnsatisfiable(sample.task)).verdict))
    return {
      dataset: group[0]?.dataset ?? '',
      task: group[0]?.task ?? '',
      alwaysUnsatisfiable: wilson(right.length, group.length),
    }
  })
}
