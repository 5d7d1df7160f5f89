import { useEffect, useRef } from 'react'
import { cutText, type LitRange } from './lit-words.ts'
import styles from './stage.module.css'
import { demonstrateStrings as words } from './strings.ts'

/** The problem in large type; lit words come into view by themselves. */
export function ProblemWords({ ranges, text }: { readonly text: string; readonly ranges: readonly LitRange[] }) {
  const place = useRef<HTMLElement>(null)
  const first = ranges.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  useEffect(() => {
    if (first === Number.POSITIVE_INFINITY) return
    place.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' })
  }, [first])
  return (
    <section
      ref={place}
      className={styles['problem']}
      aria-label={words.problem}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys
      tabIndex={0}
    >
      {cutText(text, ranges).map(({ kind, start, words: piece }) =>
        kind === undefined ? (
          <span key={start}>{piece}</span>
        ) : (
          <mark key={start} data-kind={kind}>
            {piece}
          </mark>
        ),
      )}
    </section>
  )
}
