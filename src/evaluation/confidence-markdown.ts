import type { ConfidenceReport } from './confidence-report.ts'
import { markdownTable, shareCell, unitCell } from './markdown-cells.ts'
import type { ModelReport } from './report.ts'
import { posesProblem } from './sample.ts'

const allProblems = 'all problems'

/** Whether the model knows when it is right, task by task and over all; empty where no confidence is known. */
export function confidenceSection({ overall, tasks }: ModelReport): string[] {
  const whole: readonly (readonly [string, ConfidenceReport | null])[] = [
    ...tasks.map(({ confidence, dataset, task }) => [`${dataset}: ${task}`, confidence] as const),
    ...(tasks.filter(posesProblem).length > 1 ? [[allProblems, overall.confidence] as const] : []),
  ]
  const known = whole.flatMap(([name, confidence]) => (confidence === null ? [] : [{ name, ...confidence }]))
  const binned = known.find(({ name }) => name === allProblems) ?? known[0]
  if (binned === undefined) return []
  return [
    '### Confidence against correctness',
    '',
    'Confidence is the probability that the model gave to its whole translation: to the domain and to every segment. AUROC: how often',
    'a correct answer has more of it than another (a failure too is another), ties counting half; 0.5 says nothing, – where all are',
    `correct or none is. The bins part the answers (${binned.name}) into fifths, the least confident first.`,
    '',
    ...markdownTable(
      ['task', 'problems', 'AUROC'],
      known.map(({ auroc, name, problems }) => [name, String(problems), unitCell(auroc)]),
    ),
    ...markdownTable(
      ['confidence', 'problems', 'mean confidence', 'correct'],
      binned.bins.map(({ correct, from, meanConfidence, to }) => [
        `${unitCell(from)}–${unitCell(to)}`,
        String(correct.of),
        unitCell(meanConfidence),
        shareCell(correct),
      ]),
    ),
  ]
}
