import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { TraceSpan } from '../../src/api/trace-span.ts'
import { ancestorsOf, layoutTrace } from './layout-trace.ts'
import { everything, isEverything, SpanSearch } from './search-spans.ts'
import { SpanDetail } from './span-detail.tsx'
import { moveInTrace, type TraceMove } from './trace-keys.ts'
import { buildTraceTree } from './trace-tree.ts'
import styles from './waterfall.module.css'
import { WaterfallRows, type WaterfallRowsHandle } from './waterfall-rows.tsx'
import { WaterfallToolbar } from './waterfall-toolbar.tsx'

export interface WaterfallProps {
  readonly spans: readonly TraceSpan[]
  /** The span that is looked at; where it changes, it is brought to sight. */
  readonly selectedSpanId?: string | undefined
  readonly onSelect?: ((spanId: string) => void) | undefined
}

/**
 * A trace as a tree of spans, their bars on one axis of time, and what went into each and came out of it. J and K or the arrows go
 * from span to span, left and right fold, Enter opens the details, Escape goes back, "/" searches.
 */
export function Waterfall({ onSelect, selectedSpanId, spans }: WaterfallProps) {
  const tree = useMemo(() => buildTraceTree(spans), [spans])
  const [search] = useState(() => new SpanSearch())
  const [filter, setFilter] = useState(everything)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [own, setOwn] = useState<string>()
  const [isOpen, setIsOpen] = useState(selectedSpanId !== undefined)
  const rowsRef = useRef<WaterfallRowsHandle>(null)
  const detailRef = useRef<HTMLElement>(null)
  const searchRef = useRef<HTMLInputElement>(null)

  const wanted = useDeferredValue(filter)
  const rows = useMemo(() => {
    const isWanted = isEverything(wanted) ? undefined : ({ span }: { span: TraceSpan }) => search.matches(span, wanted)
    return layoutTrace(tree, { folded, isWanted })
  }, [tree, folded, wanted, search])
  const selected = selectedSpanId ?? own
  const current = rows.findIndex(({ node }) => node.span.spanId === selected)
  const shown = tree.nodes[tree.indexById.get(selected ?? '') ?? -1]

  useEffect(() => {
    if (selectedSpanId === undefined) return
    const above = ancestorsOf(tree, selectedSpanId)
    setFolded((now) => (above.some((id) => now.has(id)) ? new Set([...now].filter((id) => !above.includes(id))) : now))
  }, [selectedSpanId, tree])

  const select = (spanId: string) => {
    setOwn(spanId)
    onSelect?.(spanId)
  }
  const fold = (spanId: string, isFolded: boolean) =>
    setFolded((now) => (isFolded ? new Set([...now, spanId]) : new Set([...now].filter((id) => id !== spanId))))
  const act = (move: TraceMove) => {
    if (move.select !== undefined) {
      const row = rows[move.select]
      if (row !== undefined) select(row.node.span.spanId)
      rowsRef.current?.reveal(move.select)
    }
    if (move.fold !== undefined) fold(move.fold.spanId, move.fold.isFolded)
    if (move.detail === 'open') {
      setIsOpen(true)
      requestAnimationFrame(() => detailRef.current?.focus())
    }
    if (move.detail === 'close') setIsOpen(false)
    if (move.search === true) searchRef.current?.focus()
  }
  const onRowsKey = (event: KeyboardEvent) => {
    const move = moveInTrace(event, { rows, current, isDetailOpen: isOpen, page: rowsRef.current?.page() ?? 10 })
    if (move === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act(move)
  }
  const backToRows = () => {
    rowsRef.current?.focus()
    if (current < 0 && rows.length > 0) act({ select: rows.findIndex(({ isContext }) => !isContext) })
  }
  const onDetailKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    setIsOpen(false)
    rowsRef.current?.focus()
  }

  return (
    <div className={styles['place']}>
      <div className={styles['waterfall']} data-detail={isOpen && shown !== undefined}>
        <WaterfallToolbar
          filter={filter}
          change={setFilter}
          count={{ shown: rows.filter(({ isContext }) => !isContext).length, all: tree.nodes.length }}
          isFiltered={!isEverything(wanted)}
          searchRef={searchRef}
          backToRows={backToRows}
        />
        <WaterfallRows
          ref={rowsRef}
          rows={rows}
          durationMs={tree.endMs - tree.startMs}
          current={current}
          onKeyDown={onRowsKey}
          onFold={fold}
          onPick={(index) => {
            act({ select: index })
            setIsOpen(true)
          }}
        />
        {isOpen && shown !== undefined && (
          <SpanDetail
            key={shown.span.spanId}
            ref={detailRef}
            span={shown.span}
            traceStartMs={tree.startMs}
            close={() => {
              setIsOpen(false)
              rowsRef.current?.focus()
            }}
            onKeyDown={onDetailKey}
          />
        )}
      </div>
    </div>
  )
}
