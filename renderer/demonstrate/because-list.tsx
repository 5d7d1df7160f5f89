import { useEffect, useRef } from 'react'
import type { Because } from '../../src/planning/because.ts'
import styles from './because-list.module.css'
import type { Lit } from './lit-words.ts'
import { sentenceGroups } from './sentence-groups.ts'
import { demonstrateStrings as words } from './strings.ts'

export interface BecauseListProps {
  readonly because: Because
  /** The sentence that is told now; undefined for none. */
  readonly chosen: number | undefined
  /** Sentences that are told later have their room, and are not seen yet. */
  readonly shown?: number
  readonly lit: Lit
  readonly onChoose: (place: number) => void
  readonly onPoint: (place: number | undefined) => void
}

/** The sentences between problem and plan. */
export function BecauseList({ because, chosen, lit, onChoose, onPoint, shown }: BecauseListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen !== undefined) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const isLater = (place: number) => shown !== undefined && place >= shown
  const isLit = (place: number) => {
    const { factIndex = null, segment = null } = because.sentences[place] ?? {}
    return (factIndex !== null && lit.facts.includes(factIndex)) || (segment !== null && lit.segments.includes(segment))
  }
  return (
    <div ref={list} className={styles['list']} data-telling={chosen !== undefined || undefined}>
      {sentenceGroups(because).map(({ isQuiet, note, places, title }) => (
        <section
          key={title}
          aria-label={title}
          data-quiet={isQuiet || undefined}
          data-later={places.every(isLater) || undefined}
        >
          <h2>{title}</h2>
          {note !== '' && <p className={styles['note']}>{note}</p>}
          <ol>
            {places.map((place) => (
              <li key={place} data-later={isLater(place) || undefined}>
                <button
                  type="button"
                  tabIndex={isLater(place) ? -1 : 0}
                  aria-current={place === chosen ? 'step' : undefined}
                  data-lit={isLit(place) || undefined}
                  onClick={() => onChoose(place)}
                  onMouseEnter={() => onPoint(place)}
                  onMouseLeave={() => onPoint(undefined)}
                >
                  {asSentence(because.sentences[place]?.text ?? '')}
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {!because.isComplete && because.about === 'plan' && <p className={styles['note']}>{words.incomplete}</p>}
    </div>
  )
}

const asSentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
