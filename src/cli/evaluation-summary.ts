import type { runEvaluation } from '../engine/evaluate.ts'
import { printTable } from './print-table.ts'

type EvaluationReport = NonNullable<Awaited<ReturnType<typeof runEvaluation>>>
type Task = EvaluationReport['models'][number]['tasks'][number]
type Share = Task['correct']

const percent = (share: number) => `${(100 * share).toFixed(1)}%`
const shareWords = ({ high, low, share }: Share) => `${percent(share)} (${percent(low)} to ${percent(high)})`

/** What one wants to know first; the rest is in the report. Empty where nothing was answered. */
export function summarizeReport({ baselines, models }: EvaluationReport): string {
  const baselineOf = ({ dataset, task }: Task) =>
    baselines.find((one) => one.dataset === dataset && one.task === task)?.alwaysUnsatisfiable
  const lines = models.flatMap(({ model, tasks }) => tasks.map((task) => ({ model, task })))
  if (lines.length === 0) return ''
  const rows = lines.map(({ model, task }) => {
    const baseline = baselineOf(task)
    return [
      model,
      `${task.dataset}: ${task.task}`,
      String(task.problems),
      shareWords(task.correct),
      shareWords(task.wrong),
      baseline === undefined ? '-' : percent(baseline.share),
    ]
  })
  const head = ['model', 'task', 'answered', 'correct (95% interval)', 'wrong', 'always "unsatisfiable"']
  return [printTable(head, rows).trimEnd(), ...lines.flatMap(falseAcceptanceLine)].join('\n')
}

function falseAcceptanceLine({ model, task }: { model: string; task: Task }): string[] {
  if (task.falseAcceptance === null) return []
  const { accepted } = task.falseAcceptance
  const counts = `${accepted.count} of ${accepted.of} texts without a problem were taken for one`
  return [`${model}: false acceptance ${shareWords(accepted)}, ${counts}`]
}
