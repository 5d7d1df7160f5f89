import { type KeyboardEvent, useId, useState } from 'react'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { printFact } from '../prolog/print-fact.ts'
import { PrologLine } from '../prolog/prolog-line.tsx'
import { factLines } from '../run/fact-lines.ts'
import { strings } from '../strings.ts'
import { type Column, isUnderWay } from './column.ts'
import styles from './fact-list.module.css'

const words = strings.facts
/** Below this the model's doubt is shown. */
const unsureBelow = 0.8

export interface FactListProps {
  readonly column: Column
  readonly differing: ReadonlySet<string>
  readonly onPoint: (fact: FormalizedFact | undefined) => void
}

/** The facts as they come, one a line; the arrow keys and the mouse point at one, and its words light up in the text. */
export function FactList({ column, differing, onPoint }: FactListProps) {
  const id = useId()
  const [active, setActive] = useState<number>()
  const lines = factLines(column.run)
  if (lines.length === 0) return <EmptyFacts column={column} />

  const point = (index: number | undefined) => {
    setActive(index)
    onPoint(index === undefined ? undefined : lines[index]?.fact)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = lines.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, (active ?? -1) + 1),
      ArrowUp: Math.max(0, (active ?? lines.length) - 1),
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    point(next)
    document.getElementById(`${id}${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={words.list(column.modelId)}
      aria-activedescendant={active === undefined ? undefined : `${id}${active}`}
      className={styles['list']}
      onKeyDown={onKeyDown}
      onBlur={() => point(undefined)}
      onMouseLeave={() => point(undefined)}
    >
      {lines.map(({ fact, isOpen, text }, index) => (
        // biome-ignore lint/a11y/useKeyWithMouseEvents: the list itself takes the keys
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and lines only grow
          key={index}
          id={`${id}${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles['fact']}
          data-open={isOpen}
          onMouseOver={() => point(index)}
        >
          <PrologLine text={text} />
          {fact !== undefined && <FactNotes fact={fact} isDifferent={differing.has(printFact(fact.fact))} />}
        </div>
      ))}
    </div>
  )
}

function FactNotes({ fact, isDifferent }: { readonly fact: FormalizedFact; readonly isDifferent: boolean }) {
  const percent = Math.floor(fact.confidence * 100)
  return (
    <span className={styles['notes']}>
      {fact.confidence < unsureBelow && <span title={words.unsure(percent)}>{percent}&thinsp;%</span>}
      {isDifferent && (
        <span role="img" aria-label={words.onlyHere} title={words.onlyHere}>
          ≠
        </span>
      )}
    </span>
  )
}

function EmptyFacts({ column }: { readonly column: Column }) {
  if (isUnderWay(column)) return <p className={styles['empty']}>…</p>
  if (column.state !== 'idle') return <p className={styles['empty']}>{words.none}</p>
  return (
    <p className={styles['empty']}>
      {words.empty}
      <br />
      {words.emptyMore}
    </p>
  )
}
