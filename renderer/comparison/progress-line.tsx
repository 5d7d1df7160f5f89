import { progressOf } from '../run/run-view.ts'
import { strings } from '../strings.ts'
import { type Column, isUnderWay } from './column.ts'
import styles from './progress-line.module.css'

/** How much of the text is translated: a line that grows and is gone when the run is over. */
export function ProgressLine({ column }: { readonly column: Column }) {
  const { all, done } = progressOf(column.run)
  if (!isUnderWay(column)) return <div className={styles['line']} />
  return (
    <progress
      className={styles['line']}
      aria-label={strings.outcome.translating}
      value={all === 0 ? undefined : done}
      max={Math.max(1, all)}
    />
  )
}
