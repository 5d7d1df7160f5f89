import type { MatrixCell } from '../../src/api/comparisons-contract.ts'
import { formatMs } from '../comparison/format.ts'
import styles from './matrix.module.css'
import { outcomeKind, outcomeSign } from './outcome-look.ts'
import { compareStrings } from './strings.ts'

const words = compareStrings.matrix

/** A cell at a glance: sign, time or k of n, and the plan or the reason in a line. */
export function MatrixCellView({ cell, repeats }: { readonly cell: MatrixCell; readonly repeats: number }) {
  const { done, good, isRunning, latencyMs, line, outcome, plans } = cell
  if (outcome === null) {
    return isRunning ? (
      <span className={styles['waiting']} data-kind="running">
        • {words.running}
      </span>
    ) : (
      <span className={styles['waiting']}>– {words.queued}</span>
    )
  }
  const isGood = outcome === 'right' || outcome === 'consistent'
  return (
    <>
      <span className={styles['sign']} data-kind={outcomeKind(outcome)} aria-hidden="true">
        {outcomeSign(outcome)}
      </span>
      <span className={styles['figure']}>{repeats > 1 ? `${good}/${done}` : formatMs(latencyMs)}</span>
      {repeats > 1 && plans > 1 && <span className={styles['figure']}>{words.plans(plans)}</span>}
      {!isGood && <span className={styles['reason']}>{compareStrings.outcomes[outcome]}</span>}
      <span className={styles['line']}>{line}</span>
    </>
  )
}

/** The same for the ear. */
export function cellLabel({ done, good, line, outcome }: MatrixCell, repeats: number): string {
  if (outcome === null) return words.queued
  const count = repeats > 1 ? `, ${good}/${done}` : ''
  return `${compareStrings.outcomes[outcome]}${count}${line === '' ? '' : `: ${line}`}`
}
