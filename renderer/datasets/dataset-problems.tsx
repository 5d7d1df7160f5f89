import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { Dataset } from '../../src/planning/dataset.ts'
import { useEngine } from '../connection/engine-context.ts'
import { navigate } from '../frame/use-route.ts'
import styles from './dataset-problems.module.css'
import { datasetStrings as words } from './strings.ts'

const rowHeight = 28
const aPage = 100

/** A dataset's problems, one a line; the chosen one in full. */
export function DatasetProblems({ dataset }: { readonly dataset: Dataset }) {
  const { ask } = useEngine()
  const { datasetId, name, problems } = dataset
  const [chosen, setChosen] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: problems,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const pages = new Set([...items.map(({ index }) => index), chosen].map((index) => Math.floor(index / aPage)))
  const answers = useQueries({
    queries: [...pages].map((page) => ({
      queryKey: ['datasets', datasetId, page],
      queryFn: () => ask((client) => client.datasets.problems({ datasetId, from: page * aPage, count: aPage })),
    })),
  })
  const byPosition = new Map(answers.flatMap(({ data = [] }) => data.map((one) => [one.position, one] as const)))
  const shown = byPosition.get(chosen)
  const choose = (position: number) => {
    const next = Math.max(0, Math.min(problems - 1, position))
    setChosen(next)
    virtual.scrollToIndex(next)
  }
  return (
    <div className={styles['pane']}>
      <header className={styles['head']}>
        <h2>{name}</h2>
        <Button size="xs" variant="default" onClick={() => navigate('compare', 'new', datasetId)}>
          {words.compare}
        </Button>
      </header>
      <div
        ref={scroller}
        className={styles['list']}
        role="listbox"
        tabIndex={0}
        aria-label={name}
        aria-activedescendant={`problem-${chosen}`}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }[event.key]
          if (step === undefined) return
          event.preventDefault()
          choose(chosen + step)
        }}
      >
        <div className={styles['body']} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = byPosition.get(index)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the list's
              <div
                key={index}
                id={`problem-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                aria-posinset={index + 1}
                aria-setsize={problems}
                className={styles['row']}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => setChosen(index)}
              >
                <span>{row?.task}</span>
                <span>{row?.level}</span>
                <span>{row?.text.slice(0, 200)}</span>
              </div>
            )
          })}
        </div>
      </div>
      {shown !== undefined && (
        <div className={styles['text']}>
          <p className={styles['judged']} title={shown.isJudged ? words.judgedDetail : words.unjudgedDetail}>
            {shown.id} · {shown.isJudged ? words.judged : words.unjudged}
          </p>
          <p className={styles['words']}>{shown.text}</p>
        </div>
      )}
    </div>
  )
}
