import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { RunCell } from '../../src/planning/cell.ts'
import type { Comparison } from '../../src/planning/comparison.ts'
import { formatMs, formatRate } from '../comparison/format.ts'
import { useAnswer } from '../connection/engine-context.ts'
import { RunDiff } from '../inspect/run-diff.tsx'
import { useRun, type WatchedRun } from '../inspect/use-run.ts'
import { MeasuredPicture } from '../plan/measured-picture.tsx'
import { planAxis } from '../plan/plan-axis.ts'
import { quietSteps } from '../plan/quiet-steps.ts'
import { factsOf } from '../run/run-view.ts'
import styles from './diff-pane.module.css'
import { outcomeSign } from './outcome-look.ts'
import { compareStrings } from './strings.ts'

const words = compareStrings.diff

export interface CellName {
  readonly problem: number
  readonly variant: number
}

export interface DiffPaneProps {
  readonly comparison: Comparison
  readonly marked: CellName
  readonly here: CellName
  readonly close: () => void
}

/** Two cells side by side: what each took, how their programs differ, and both plans on one axis. */
export function DiffPane({ close, comparison, here, marked }: DiffPaneProps) {
  const [before, after] = [useFirstRun(comparison, marked), useFirstRun(comparison, here)]
  const [was, is] = [useRun(before?.runId), useRun(after?.runId)]
  const nameOf = ({ problem, variant }: CellName) =>
    `${comparison.variants[variant]?.name ?? ''}${marked.problem === here.problem ? '' : ` (${words.problem(problem + 1)})`}`
  return (
    <aside className={styles['pane']} aria-label={words.title}>
      <header className={styles['head']}>
        <h2>{words.title}</h2>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={compareStrings.peek.close} onClick={close}>
          <IconX size={15} stroke={1.6} />
        </ActionIcon>
      </header>
      <table className={styles['numbers']}>
        <thead>
          <tr>
            <td />
            <th scope="col">{nameOf(marked)}</th>
            <th scope="col">{nameOf(here)}</th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{compareStrings.peek.outcome}</th>
            <td>{outcomeOf(before)}</td>
            <td>{outcomeOf(after)}</td>
            <td />
          </tr>
          {numbers.map(({ format, label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{before === undefined ? '–' : format(of(before))}</td>
              <td>{after === undefined ? '–' : format(of(after))}</td>
              <td>{before === undefined || after === undefined ? '' : changeOf(of(before), of(after))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {before === undefined || after === undefined ? (
        <p className={styles['none']}>{compareStrings.peek.none}</p>
      ) : (
        <>
          <Pictures was={was} is={is} />
          <RunDiff beforeId={before.runId} before={was} afterId={after.runId} after={is} />
        </>
      )}
    </aside>
  )
}

function useFirstRun({ comparisonId }: Comparison, { problem, variant }: CellName): RunCell | undefined {
  const { data } = useAnswer(['comparisons', comparisonId, 'cell', problem, variant], (client) =>
    client.comparisons.cell({ comparisonId, problem, variant }),
  )
  return data?.runs[0]
}

const numbers = [
  { label: compareStrings.peek.time, of: (cell: RunCell) => cell.latencyMs, format: formatMs },
  { label: compareStrings.peek.tokens, of: (cell: RunCell) => cell.tokens, format: String },
  { label: compareStrings.peek.rate, of: (cell: RunCell) => cell.tokensPerSecond, format: formatRate },
] as const

const outcomeOf = (cell: RunCell | undefined) =>
  cell === undefined ? '–' : `${outcomeSign(cell.outcome)} ${compareStrings.outcomes[cell.outcome]}`

/** "+12 %": of the first. */
function changeOf(before: number, after: number): string {
  if (before === 0) return ''
  const percent = Math.round(((after - before) / before) * 100)
  return percent === 0 ? '=' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`
}

/** Both plans, lined up; steps that agree are quiet. */
function Pictures({ is, was }: { readonly was: WatchedRun; readonly is: WatchedRun }) {
  const planned = [was, is].flatMap(({ run }) =>
    run.plan === undefined ? [] : [{ plan: run.plan, facts: factsOf(run).map(({ fact }) => fact), run }],
  )
  const domain = planned[0]?.plan.domain
  if (domain === undefined) return null
  const axis = planAxis(domain, planned)
  return planned.map(({ facts, plan, run }, index) => {
    const others = planned.flatMap((other, place) => (place === index ? [] : [other.plan]))
    return (
      <div key={run.model?.id ?? index} className={styles['picture']}>
        <p className={styles['who']}>{run.model?.id}</p>
        <MeasuredPicture
          plan={plan}
          facts={facts}
          axis={axis}
          quietSteps={quietSteps(plan, others)}
          outcome={run.verdict?.status ?? 'none'}
        />
      </div>
    )
  })
}
