import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEventHandler, type Ref, useId, useImperativeHandle, useRef } from 'react'
import { formatMs } from '../comparison/format.ts'
import type { TraceRow } from './layout-trace.ts'
import { traceStrings as words } from './strings.ts'
import { timeTicks } from './time-axis.ts'
import { WaterfallRow } from './waterfall-row.tsx'
import styles from './waterfall-rows.module.css'

const rowHeight = 28

export interface WaterfallRowsHandle {
  focus(): void
  /** Brings a row to sight. */
  reveal(index: number): void
  /** Rows in sight at once. */
  page(): number
}

export interface WaterfallRowsProps {
  readonly ref: Ref<WaterfallRowsHandle>
  readonly rows: readonly TraceRow[]
  readonly durationMs: number
  /** Of the row that is looked at; -1 for none. */
  readonly current: number
  readonly onKeyDown: KeyboardEventHandler
  readonly onFold: (spanId: string, isFolded: boolean) => void
  readonly onPick: (index: number) => void
}

/** The rows that are in sight, under their axis of time. */
export function WaterfallRows(props: WaterfallRowsProps) {
  const { current, durationMs, onFold, onKeyDown, onPick, ref, rows } = props
  const id = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  useImperativeHandle(ref, () => ({
    focus: () => scroll.current?.focus(),
    reveal: (index) => virtual.scrollToIndex(index),
    page: () => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 1),
  }))
  const ticks = timeTicks(durationMs)
  const items = virtual.getVirtualItems()
  const isInSight = items.some(({ index }) => index === current)

  return (
    <div className={styles['list']}>
      <div className={styles['axis']} aria-hidden="true">
        <span />
        <span className={styles['scale']}>
          {ticks.map(({ left, ms }) => (
            <span key={ms} className={styles['tick']} style={{ left: `${left * 100}%` }}>
              <span className={styles['label']} data-end={left > 0.92}>
                {formatMs(ms)}
              </span>
            </span>
          ))}
        </span>
      </div>
      <div
        ref={scroll}
        role="tree"
        tabIndex={0}
        aria-label={words.spans}
        aria-activedescendant={isInSight ? `${id}${current}` : undefined}
        className={styles['rows']}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 ? (
          <p className={styles['nothing']}>{words.toolbar.nothing}</p>
        ) : (
          <div role="none" className={styles['space']} style={{ height: virtual.getTotalSize() }}>
            <div aria-hidden="true" className={styles['lines']}>
              {ticks.map(({ left, ms }) => (
                <span key={ms} style={{ left: `${left * 100}%` }} />
              ))}
            </div>
            {items.map(({ index, start }) => {
              const row = rows[index]
              return (
                row !== undefined && (
                  <WaterfallRow
                    key={row.node.span.spanId}
                    id={`${id}${index}`}
                    row={row}
                    top={start}
                    isSelected={index === current}
                    onFold={onFold}
                    onPick={() => onPick(index)}
                  />
                )
              )
            })}
          </div>
        )}
      </div>
    </div>
  )
}
