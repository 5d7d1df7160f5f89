import type { RefObject } from 'react'
import { DemonstrateButton } from '../demonstrate/demonstrate-button.tsx'
import { writeRoute } from '../frame/route.ts'
import { outcomeOf, outcomeSigns } from '../run/outcome.ts'
import { strings } from '../strings.ts'
import type { Column } from './column.ts'
import type { Comparison } from './comparison.ts'
import { formatMs } from './format.ts'
import { SaveMenu } from './save-menu.tsx'
import styles from './verdict-band.module.css'

export interface VerdictBandProps {
  readonly column: Column
  readonly isCurrent: boolean
  readonly write: Comparison['exportRun']
  /** The plan's picture as it is drawn. */
  readonly drawing: RefObject<SVGSVGElement | null>
}

/** The answer in a sign, a word and a sentence, in the one place where the eye looks first. */
export function VerdictBand({ column, drawing, isCurrent, write }: VerdictBandProps) {
  const { detail, kind, word } = outcomeOf(column)
  // 'not-a-problem' is no domain, and the verdict's word says it.
  const domain = strings.domains[column.run.domain ?? ''] ?? ''
  const { runId } = column
  const totalMs = column.run.end?.timings.totalMs
  return (
    <div className={styles['band']} data-outcome={kind} data-testid="outcome">
      <p className={styles['answer']}>
        <span className={styles['sign']} aria-hidden="true">
          {outcomeSigns[kind]}
        </span>
        <strong>{word}</strong>
        <span className={styles['total']}>
          {[domain, totalMs === undefined ? '' : formatMs(totalMs)].filter((part) => part !== '').join(' · ')}
        </span>
        {runId !== undefined && column.state === 'ended' && (
          <>
            <a className={styles['inspect']} href={writeRoute({ screen: 'run', path: [runId] })}>
              {strings.outcome.inspect}
            </a>
            <DemonstrateButton runId={runId} />
            <SaveMenu
              runId={runId}
              hasPlan={column.run.plan !== undefined}
              drawing={drawing}
              write={(format, startDate) => write(runId, format, startDate)}
            />
          </>
        )}
      </p>
      <p className={styles['sentence']} title={detail}>
        {isCurrent ? detail : strings.problem.changed}
      </p>
    </div>
  )
}
