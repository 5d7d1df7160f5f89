import type { EvaluationReport, ModelReport, Scores, TaskReport } from './report.ts'
import type { Latencies, Share } from './statistics.ts'

const percent = (share: number) => (100 * share).toFixed(1)
const shareCell = (share: Share | null) =>
  share === null || share.of === 0 ? '–' : `${percent(share.share)} (${percent(share.low)}–${percent(share.high)})`
const msCell = (ms: number | null) => (ms === null ? '–' : ms < 100 ? ms.toFixed(1) : String(Math.round(ms)))
const latencyCells = ({ p50, p95, p99, max }: Latencies) => [p50, p95, p99, max].map(msCell)

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}

const scoreHead = ['problems', 'solved', 'consistent', 'valid', 'correct', 'wrong', 'exact match']
const scoreCells = ({ consistent, correct, exactMatch, problems, solved, valid, wrong }: Scores) => [
  String(problems),
  ...[solved, consistent, valid, correct, wrong, exactMatch].map(shareCell),
]
const nameOf = ({ dataset, task }: TaskReport) => `${dataset}: ${task}`

function modelSection({ model, peakMemory, tasks }: ModelReport): string[] {
  const repairs = Math.max(0, ...tasks.map(({ byRepairs }) => byRepairs.length))
  const repairHead = Array.from({ length: repairs }, (_, most) => `at most ${most}`)
  return [
    `## ${model}`,
    '',
    ...table(
      ['task', ...scoreHead],
      tasks.map((task) => [nameOf(task), ...scoreCells(task)]),
    ),
    '### Time (milliseconds) and tokens',
    '',
    'The first query starts and loads the model; it stands alone and is not in the percentiles.',
    '',
    ...table(
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
      ? 'Peak memory: not measured (nothing was run this time).'
      : `Peak memory, all processes (${peakMemory.measure.toUpperCase()}): ${(peakMemory.bytes / 1e6).toFixed(0)} MB.`,
    '',
    '### Correct answers by repairs allowed',
    '',
    ...table(
      ['task', ...repairHead],
      tasks.map((task) => [
        nameOf(task),
        ...repairHead.map((_, most) => shareCell(task.byRepairs[Math.min(most, task.byRepairs.length - 1)] ?? null)),
      ]),
    ),
    ...tasks.flatMap(taskSection),
  ]
}

function taskSection(task: TaskReport): string[] {
  return [
    `### ${nameOf(task)}`,
    '',
    ...table(
      ['level', ...scoreHead],
      task.levels.map((level) => [level.level, ...scoreCells(level)]),
    ),
    ...(task.errors.length === 0
      ? ['No errors.', '']
      : table(
          ['what went wrong', 'problems'],
          task.errors.map(({ count, error }) => [error.replaceAll('|', '/'), String(count)]),
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
    ...report.models.flatMap(modelSection),
  ].join('\n')
}
