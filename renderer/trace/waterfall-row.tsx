import { formatMs } from '../comparison/format.ts'
import { kindOf, markOf, titleOf } from './describe-span.ts'
import type { TraceRow } from './layout-trace.ts'
import styles from './waterfall-row.module.css'

/** Deeper than this a tree is not pushed in further: there has to be room for names. */
const deepestIndent = 10

export interface WaterfallRowProps {
  readonly id: string
  readonly row: TraceRow
  /** Pixels from the top of all rows. */
  readonly top: number
  readonly isSelected: boolean
  readonly onFold: (spanId: string, isFolded: boolean) => void
  readonly onPick: () => void
}

/** One span: its name and how it came out on the left, its bar on the right. */
export function WaterfallRow({ id, isSelected, onFold, onPick, row, top }: WaterfallRowProps) {
  const { isContext, isFolded, left, node, width } = row
  const { depth, descendants, position, siblings, span } = node
  const { note, title } = titleOf(span)
  const mark = markOf(span)
  const isParent = descendants > 0
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      {...(isParent ? { 'aria-expanded': !isFolded } : {})}
      className={styles['row']}
      data-context={isContext}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPick}
    >
      <span className={styles['name']} style={{ paddingLeft: Math.min(depth, deepestIndent) * 14 }}>
        <span
          aria-hidden="true"
          className={styles['fold']}
          onClick={(event) => {
            if (!isParent) return
            event.stopPropagation()
            onFold(span.spanId, !isFolded)
          }}
        >
          {isParent ? (isFolded ? '▸' : '▾') : ''}
        </span>
        <span className={styles['title']}>{title}</span>
        {note !== '' && <span className={styles['note']}>{note}</span>}
        {mark !== undefined && (
          <span className={styles['mark']} data-tone={mark.tone}>
            <span aria-hidden="true">{mark.sign}</span> {mark.word}
          </span>
        )}
      </span>
      <span className={styles['track']}>
        <span
          className={styles['bar']}
          data-kind={kindOf(span)}
          data-tone={mark?.tone}
          style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
        />
      </span>
      <span className={styles['time']}>{formatMs(span.endMs - span.startMs)}</span>
    </div>
  )
}
