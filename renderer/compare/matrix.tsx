import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ComparisonOverview } from '../../src/api/comparisons-contract.ts'
import { type GridPlace, moveFocus } from './grid-focus.ts'
import styles from './matrix.module.css'
import { MatrixHead } from './matrix-head.tsx'
import { MatrixRowView } from './matrix-row-view.tsx'
import { useRows } from './use-matrix.ts'

export interface MatrixProps {
  readonly label: string
  readonly overview: ComparisonOverview
  /** Problems that are shown, in order. */
  readonly found: readonly number[]
  readonly columns: readonly number[]
  readonly rowHeight: number
  readonly place: GridPlace
  readonly marked: { readonly problem: number; readonly variant: number } | undefined
  readonly onMove: (place: GridPlace) => void
  readonly onOpen: () => void
}

/** The least that a column takes, in pixels. */
const widths = { problem: 240, cell: 190 } as const

/** Problems times variants; only what is on screen is in the page. */
export function Matrix({ columns, found, label, marked, onMove, onOpen, overview, place, rowHeight }: MatrixProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => virtual.measure(), [rowHeight])
  const items = virtual.getVirtualItems()
  const rows = useRows(overview.comparison.comparisonId, found, {
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? 0,
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const next = moveFocus(event.key, place, { rows: found.length, columns: columns.length, page })
    if (next === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    virtual.scrollToIndex(next.row)
    onMove(next)
  }
  const template = `minmax(${widths.problem}px, 1.4fr) repeat(${columns.length}, minmax(${widths.cell}px, 1fr))`
  const least = widths.problem + columns.length * widths.cell
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={found.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={found.length > 0 ? `cell-${place.row}-${place.column}` : undefined}
      className={styles['grid']}
      style={{ '--columns': template, '--row': `${rowHeight}px`, '--least': `${least}px` } as React.CSSProperties}
      onKeyDown={onKeyDown}
    >
      <MatrixHead overview={overview} columns={columns} />
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table */}
      <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <MatrixRowView
            key={item.key}
            row={rows.get(found[item.index] ?? -1)}
            index={item.index}
            top={item.start}
            columns={columns}
            repeats={overview.comparison.repeats}
            active={item.index === place.row ? place.column : undefined}
            marked={marked !== undefined && marked.problem === found[item.index] ? marked.variant : undefined}
            onMove={onMove}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  )
}
