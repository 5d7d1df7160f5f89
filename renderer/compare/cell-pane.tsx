import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { RunCell } from '../../src/planning/cell.ts'
import type { Comparison } from '../../src/planning/comparison.ts'
import { formatBytes, formatMs, formatRate } from '../comparison/format.ts'
import { useAnswer } from '../connection/engine-context.ts'
import { FailureLine } from '../frame/failure-line.tsx'
import { writeRoute } from '../frame/route.ts'
import styles from './cell-pane.module.css'
import { outcomeKind, outcomeSign } from './outcome-look.ts'
import { compareStrings } from './strings.ts'

const words = compareStrings.peek

export interface CellPaneProps {
  readonly comparison: Comparison
  readonly problem: number
  readonly variant: number
  readonly close: () => void
}

/** What is behind a cell: the problem's text, and each of its runs. */
export function CellPane({ close, comparison, problem, variant }: CellPaneProps) {
  const { comparisonId, variants } = comparison
  const { data, error, refetch } = useAnswer(['comparisons', comparisonId, 'cell', problem, variant], (client) =>
    client.comparisons.cell({ comparisonId, problem, variant }),
  )
  return (
    <aside className={styles['pane']} aria-label={words.title}>
      <header className={styles['head']}>
        <h2>{variants[variant]?.name}</h2>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.close} onClick={close}>
          <IconX size={15} stroke={1.6} />
        </ActionIcon>
      </header>
      {error !== null && <FailureLine error={error} again={() => void refetch()} />}
      {data?.runs.map((run, index) => (
        <RunLines key={run.runId} run={run} repeat={comparison.repeats > 1 ? index + 1 : undefined} />
      ))}
      {data?.runs.length === 0 && <p className={styles['none']}>{words.none}</p>}
      {data !== undefined && <p className={styles['text']}>{data.text}</p>}
    </aside>
  )
}

function RunLines({ repeat, run }: { readonly run: RunCell; readonly repeat: number | undefined }) {
  const { latencyMs, line, memoryBytes, outcome, runId, tokens, tokensPerSecond } = run
  const facts = [
    [words.time, formatMs(latencyMs)],
    [words.tokens, String(tokens)],
    [words.rate, formatRate(tokensPerSecond)],
    ...(memoryBytes > 0 ? [[words.memory, formatBytes(memoryBytes)]] : []),
  ]
  return (
    <section className={styles['run']}>
      <h3 data-kind={outcomeKind(outcome)}>
        <span aria-hidden="true">{outcomeSign(outcome)}</span> {repeat !== undefined && `${words.repeat} ${repeat}: `}
        {compareStrings.outcomes[outcome]}
      </h3>
      <p>{line}</p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <a href={writeRoute({ screen: 'run', path: [runId] })}>{words.open}</a>
    </section>
  )
}
