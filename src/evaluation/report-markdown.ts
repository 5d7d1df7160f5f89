import type { Baseline } from './baseline.ts'
import { confidenceSection } from './confidence-markdown.ts'
import { markdownTable, msCell, shareCell } from './markdown-cells.ts'
import type { EvaluationReport, ModelReport, TaskReport } from './report.ts'
import { posesProblem } from './sample.ts'
import type { Scores } from './scores.ts'
import { type Latencies, type Share, wilson } from './statistics.ts'

const latencyCells = ({ p50, p95, p99, max }: Latencies) => [p50, p95, p99, max].map(msCell)
const percentWords = ({ count, high, low, of, share }: Share) =>
  `**${(100 * share).toFixed(1)}%** (95% interval ${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}; ${count} of ${of})`

const scoreHead = ['problems', 'solved', 'consistent', 'valid', 'correct', 'wrong', 'exact match']
const scoreCells = ({ consistent, correct, exactMatch, problems, solved, valid, wrong }: Scores) => [
  String(problems),
  ...[solved, consistent, valid, correct, wrong, exactMatch].map(shareCell),
]
const nameOf = ({ dataset, task }: Pick<TaskReport, 'dataset' | 'task'>) => `${dataset}: ${task}`

function modelSection(report: ModelReport): string[] {
  const { model, overall, peakMemory, tasks } = report
  if (tasks.length === 0) return [`## ${model}`, '', 'Nothing answered yet.', '']
  const repairs = Math.max(0, ...tasks.map(({ byRepairs }) => byRepairs.length))
  const repairHead = Array.from({ length: repairs }, (_, most) => `at most ${most}`)
  return [
    `## ${model}`,
    '',
    ...markdownTable(
      ['task', ...scoreHead],
      [
        ...tasks.map((task) => [nameOf(task), ...scoreCells(task)]),
        ...(tasks.filter(posesProblem).length > 1 ? [['all problems', ...scoreCells(overall)]] : []),
      ],
    ),
    ...tasks.flatMap(falseAcceptanceLines),
    '### Time (milliseconds) and tokens',
    '',
    'The first query starts and loads the model; it stands alone and is not in the percentiles.',
    '',
    ...markdownTable(
      [
        'task',
        'first query',
        'p50',
        'p95',
        'p99',
        'max',
        'translating p50',
        'p95',
        'solving p50',
        'p95',
        'p99',
        'max',
        'completion tokens/s',
        'prompt tokens/s',
      ],
      tasks.map((task) => [
        nameOf(task),
        msCell(task.coldMs),
        ...latencyCells(task.totalMs),
        ...latencyCells(task.formalizeMs).slice(0, 2),
        ...latencyCells(task.solveMs),
        task.tokensPerSecond.completion.toFixed(0),
        task.tokensPerSecond.prompt.toFixed(0),
      ]),
    ),
    peakMemory === null
      ? 'Peak memory: not measured.'
      : `Peak memory, all processes (${peakMemory.measure.toUpperCase()}): ${(peakMemory.bytes / 1e6).toFixed(0)} MB.`,
    '',
    '### Correct answers by repairs allowed',
    '',
    ...markdownTable(
      ['task', ...repairHead],
      tasks.map((task) => [
        nameOf(task),
        ...repairHead.map((_, most) => shareCell(task.byRepairs[Math.min(most, task.byRepairs.length - 1)] ?? null)),
      ]),
    ),
    ...confidenceSection(report),
    ...tasks.flatMap(taskSection),
  ]
}

function falseAcceptanceLines({ falseAcceptance }: TaskReport): string[] {
  if (falseAcceptance === null) return []
  const { accepted, answered } = falseAcceptance
  return [
    `**False acceptance**: of the texts that pose no problem, ${percentWords(accepted)} were taken for one;`,
    `${percentWords(answered)} were given a plan or called unsatisfiable.`,
    '',
  ]
}

/** Of all problems, whether or not a model has answered them yet. */
function baselineSection(baselines: readonly Baseline[]): string[] {
  const problems = baselines.filter(posesProblem)
  const sum = (part: 'count' | 'of') => problems.reduce((all, one) => all + one.alwaysUnsatisfiable[part], 0)
  const row = (name: string, share: Share) => [name, String(share.of), shareCell(share)]
  return [
    '## Baseline: always unsatisfiable',
    '',
    'How often it would be correct to call every problem unsatisfiable without reading it.',
    '',
    ...markdownTable(
      ['task', 'problems', 'correct'],
      [
        ...baselines.map((one) => row(nameOf(one), one.alwaysUnsatisfiable)),
        ...(problems.length > 1 ? [row('all problems', wilson(sum('count'), sum('of')))] : []),
      ],
    ),
  ]
}

function taskSection(task: TaskReport): string[] {
  return [
    `### ${nameOf(task)}`,
    '',
    ...markdownTable(
      ['level', ...scoreHead],
      task.levels.map((level) => [level.level, ...scoreCells(level)]),
    ),
    ...(task.errors.length === 0
      ? ['No errors.', '']
      : markdownTable(
          ['what went wrong', 'problems'],
          task.errors.map(({ count, error }) => [error, String(count)]),
        )),
  ]
}

/** The report for people; shares are percentages with their 95% Wilson intervals. */
export function printReport(report: EvaluationReport): string {
  const answered = report.models.map(({ tasks }) => tasks.reduce((sum, { problems }) => sum + problems, 0))
  return [
    '# Evaluation',
    '',
    report.complete
      ? `${report.problems} problems, every one answered by every model.`
      : `Not complete: ${report.problems} problems, answered: ${report.models.map(({ model }, index) => `${model} ${answered[index]}`).join(', ')}.`,
    '',
    'Percentages with 95% Wilson intervals. **Consistent**: of the plans, those that satisfy the facts that the model wrote. **Valid**: the plan',
    "satisfies the dataset's own constraints. **Correct**: valid and the best there is, or rightly called unsatisfiable. **Wrong**: an",
    "answer was given, and it is false. **Exact match**: the benchmark's own score.",
    '',
    ...baselineSection(report.baselines),
    ...report.models.flatMap(modelSection),
  ].join('\n')
}
