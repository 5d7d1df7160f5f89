import type { RunView } from '../run/run-view.ts'
import { traceOf } from '../run/trace.ts'
import { strings } from '../strings.ts'
import styles from './trace-view.module.css'

/** What happened, step by step, each with what it found. */
export function TraceView({ run }: { readonly run: RunView }) {
  const steps = traceOf(run)
  if (steps.length === 0) return <p className={styles['empty']}>{strings.trace.empty}</p>
  return (
    <ol className={styles['steps']}>
      {steps.map(({ notes, title }) => (
        <li key={title} className={styles['step']}>
          {title}
          {notes.length > 0 && (
            <ul>
              {notes.map((note) => (
                <li key={note} className={styles['note']}>
                  {note}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
