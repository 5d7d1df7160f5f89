import type { TraceRow } from './layout-trace.ts'

export interface TraceKeys {
  readonly rows: readonly TraceRow[]
  /** Of the row that is looked at; -1 for none. */
  readonly current: number
  readonly isDetailOpen: boolean
  /** Rows that are in sight at once. */
  readonly page: number
}

/** What a key does in the waterfall. */
export interface TraceMove {
  /** Row to go to. */
  readonly select?: number
  readonly fold?: { readonly spanId: string; readonly isFolded: boolean }
  readonly detail?: 'open' | 'close'
  readonly search?: true
}

export type PressedTraceKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Undefined for a key that is not the waterfall's. */
export function moveInTrace(pressed: PressedTraceKey, keys: TraceKeys): TraceMove | undefined {
  const { current, isDetailOpen, page, rows } = keys
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const last = rows.length - 1
  const to = (index: number): TraceMove => ({ select: Math.max(0, Math.min(last, index)) })
  switch (pressed.key) {
    case 'j':
    case 'ArrowDown':
      return to(current + 1)
    case 'k':
    case 'ArrowUp':
      return to(current < 0 ? last : current - 1)
    case 'PageDown':
      return to(current + page)
    case 'PageUp':
      return to(current - page)
    case 'Home':
      return to(0)
    case 'End':
      return to(last)
    case 'ArrowLeft':
    case 'ArrowRight':
      return foldOrGo(pressed.key === 'ArrowLeft', keys)
    case 'Enter':
      return current < 0 ? undefined : { detail: 'open' }
    case 'Escape':
      return isDetailOpen ? { detail: 'close' } : undefined
    case '/':
      return { search: true }
    default:
      return undefined
  }
}

/** Left folds, or goes up where there is nothing to fold; right unfolds, or goes to the first child. */
function foldOrGo(isLeft: boolean, { current, rows }: TraceKeys): TraceMove | undefined {
  const row = rows[current]
  if (row === undefined) return undefined
  const { isFolded, node } = row
  const isParent = node.descendants > 0
  if (!isLeft) {
    if (isParent && isFolded) return { fold: { spanId: node.span.spanId, isFolded: false } }
    return isParent ? { select: current + 1 } : undefined
  }
  if (isParent && !isFolded) return { fold: { spanId: node.span.spanId, isFolded: true } }
  const parent = rows.findLastIndex(({ index }, at) => at < current && index === node.parent)
  return parent < 0 ? undefined : { select: parent }
}
