import type { Replay } from '../../src/api/replay-file.ts'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { printFact } from '../prolog/print-fact.ts'
import { factsOf, type RunView } from '../run/run-view.ts'
import styles from './replay-page.module.css'
import { replayStrings as words } from './strings.ts'

export interface FactReadingsProps {
  readonly run: RunView
  readonly arrived: readonly FormalizedFact[]
  readonly readingOf: (fact: FormalizedFact) => string
  readonly onPoint: (fact: FormalizedFact | undefined) => void
}

/** The facts so far, as sentences; those that came last stand out. */
export function FactReadings({ arrived, onPoint, readingOf, run }: FactReadingsProps) {
  const fresh = new Set(arrived.map(({ fact }) => JSON.stringify(fact)))
  const facts = factsOf(run)
  if (facts.length === 0) return null
  return (
    <section aria-label={words.understood} className={styles['facts']}>
      <h2>{words.understood}</h2>
      <ul>
        {facts.map((fact, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a fact may be stated twice, and none ever moves
            key={index}
            data-fresh={fresh.has(JSON.stringify(fact.fact)) || undefined}
            onMouseEnter={() => onPoint(fact)}
            onMouseLeave={() => onPoint(undefined)}
          >
            {readingOf(fact)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A fact in the words of its domain; one that was dropped later has none and is given as it is written. */
export function readingsOf({ events, readings }: Replay): (fact: FormalizedFact) => string {
  const facts = events.findLast((event) => event.type === 'formalization')?.facts ?? []
  const known = new Map(facts.map(({ fact }, index) => [JSON.stringify(fact), readings[index]]))
  return ({ fact }) => {
    const words = known.get(JSON.stringify(fact))
    return words === undefined ? printFact(fact) : words.slice(0, 1).toUpperCase() + words.slice(1)
  }
}
