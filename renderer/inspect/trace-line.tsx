import { formatMs } from '../comparison/format.ts'
import type { RunView } from '../run/run-view.ts'
import { strings } from '../strings.ts'
import { inspectStrings } from './strings.ts'
import styles from './trace-line.module.css'

const words = inspectStrings.trace

/** The run in one line: what each hop took. */
export function TraceLine({ run }: { readonly run: RunView }) {
  const { end, segments } = run
  const parts = [
    segments.length === 0 ? '' : words.pieces(segments.length),
    ...(end === undefined
      ? []
      : [
          end.timings.formalizeMs === 0
            ? words.nothing
            : `${strings.hops.formalize} ${formatMs(end.timings.formalizeMs)}${words.attempts(run.attempts.length)}`,
          end.timings.solveMs === 0 ? '' : `${strings.hops.solve} ${formatMs(end.timings.solveMs)}`,
          run.verdict === undefined ? '' : `${strings.hops.validate} ${formatMs(end.timings.validateMs)}`,
          end.usage.completionTokens === 0 ? '' : strings.hops.tokens(end.usage.completionTokens),
        ]),
  ]
  return (
    <section aria-label={words.label} className={styles['line']}>
      {parts.filter((part) => part !== '').join(' · ')}
    </section>
  )
}
