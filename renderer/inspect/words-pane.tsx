import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import type { SegmentView } from '../run/run-view.ts'
import { inspectStrings } from './strings.ts'
import styles from './words-pane.module.css'

const words = inspectStrings.words

export interface WordsPaneProps {
  readonly text: string
  readonly segments: readonly SegmentView[]
  readonly facts: readonly FormalizedFact[]
  /** The facts that are lit: their arguments are marked in the words. */
  readonly litFacts: ReadonlySet<number>
  readonly lit: ReadonlySet<number>
  readonly chosen: number | undefined
  readonly onChoose: (segment: number | undefined) => void
  readonly onPoint: (segment: number | undefined) => void
}

/** The problem in its own words; every sentence can be pointed at, and those without a clause stand out. */
export function WordsPane(props: WordsPaneProps) {
  const { chosen, lit, onChoose, onPoint, segments, text } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const first = [...lit].sort((one, other) => one - other)[0]
  useEffect(() => {
    const isElsewhere = !list.current?.matches(':hover, :focus')
    if (first !== undefined && isElsewhere)
      document.getElementById(`${id}${first}`)?.scrollIntoView({ block: 'nearest' })
  }, [first, id])
  const onKeyDown = (event: KeyboardEvent) => {
    const place = segments.findIndex(({ segment }) => segment.index === chosen)
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowRight: place + 1,
      ArrowUp: place - 1,
      ArrowLeft: place - 1,
      Home: 0,
      End: segments.length - 1,
    }
    const next = segments[Math.min(segments.length - 1, Math.max(0, moves[event.key] ?? -2))]
    if (moves[event.key] === undefined || next === undefined) return
    event.preventDefault()
    onChoose(next.segment.index)
    document.getElementById(`${id}${next.segment.index}`)?.scrollIntoView({ block: 'nearest' })
  }
  if (segments.length === 0) return <p className={styles['text']}>{text === '' ? words.waiting : text}</p>
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={words.label}
      aria-activedescendant={chosen === undefined ? undefined : `${id}${chosen}`}
      className={styles['text']}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (chosen === undefined) onChoose(segments[0]?.segment.index)
      }}
      onMouseLeave={() => onPoint(undefined)}
    >
      {inOrder(segments).map((view, place, all) => {
        const { end, index, start } = view.segment
        const look = lookOf(view, props.facts)
        return [
          <span key={`before ${index}`} aria-hidden="true">
            {text.slice(place === 0 ? 0 : all[place - 1]?.segment.end, start)}
          </span>,
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
          // biome-ignore lint/a11y/useKeyWithMouseEvents: the list itself takes the keys
          <span
            key={index}
            id={`${id}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-description={look === 'lost' ? words.lost : words.state[view.state]}
            title={look === 'clause' ? undefined : look === 'lost' ? words.lost : words.state[view.state]}
            className={styles['sentence']}
            data-look={look}
            data-lit={lit.has(index)}
            onMouseOver={() => onPoint(index)}
            onClick={() => onChoose(index)}
          >
            {marked(text, { start, end }, argumentsIn(props, index))}
          </span>,
        ]
      })}
      <span aria-hidden="true">{text.slice(inOrder(segments).at(-1)?.segment.end ?? text.length)}</span>
    </div>
  )
}

const inOrder = (segments: readonly SegmentView[]) =>
  [...segments].sort((one, other) => one.segment.start - other.segment.start)

/** `none`: the model says that nothing is stated; `failed`: it could not be translated; `lost`: its clauses are gone. */
function lookOf({ segment, state }: SegmentView, facts: readonly FormalizedFact[]) {
  const hasClause = facts.some(({ span }) => span.segment === segment.index && span.end > span.start)
  if (hasClause) return 'clause'
  if (state === 'waiting' || state === 'writing') return 'open'
  if (state === 'facts') return 'lost'
  return state === 'no-constraint' ? 'none' : 'failed'
}

interface Range {
  readonly start: number
  readonly end: number
}

function argumentsIn({ facts, litFacts }: WordsPaneProps, segment: number): Range[] {
  return [...litFacts]
    .flatMap((index) => facts[index] ?? [])
    .filter(({ span }) => span.segment === segment)
    .flatMap(({ argSpans }) => argSpans.filter((span) => span !== null))
    .sort((one, other) => one.start - other.start)
}

function marked(text: string, { end, start }: Range, marks: readonly Range[]): ReactNode[] {
  const pieces: ReactNode[] = []
  let at = start
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue
    pieces.push(text.slice(at, mark.start))
    pieces.push(
      <mark key={mark.start} className={styles['argument']}>
        {text.slice(mark.start, mark.end)}
      </mark>,
    )
    at = mark.end
  }
  return [...pieces, text.slice(at, end)]
}
