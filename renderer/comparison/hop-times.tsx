import type { RunView } from '../run/run-view.ts'
import { strings } from '../strings.ts'
import { formatMs, formatRate } from './format.ts'
import styles from './hop-times.module.css'

const words = strings.hops

/** What each step took, and how fast the model wrote. */
export function HopTimes({ run }: { readonly run: RunView }) {
  const { end, tokens } = run
  if (end === undefined) {
    return <p className={styles['times']}>{tokens > 0 && <span>{words.tokens(tokens)}</span>}</p>
  }
  const { formalizeMs, solveMs, validateMs } = end.timings
  const written = end.usage.completionTokens
  const rate = formalizeMs > 0 ? (written / formalizeMs) * 1000 : 0
  const hops = [
    { name: words.formalize, ms: formalizeMs },
    { name: words.solve, ms: solveMs },
    { name: words.validate, ms: validateMs },
  ].filter(({ ms }) => ms > 0)
  return (
    <p className={styles['times']} title={words.title}>
      <span>{hops.map(({ ms, name }) => `${name} ${formatMs(ms)}`).join(' · ')}</span>
      {written > 0 && (
        <span>
          {words.tokens(written)} · {words.rate(formatRate(rate))}
        </span>
      )}
    </p>
  )
}
