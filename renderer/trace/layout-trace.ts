import type { TraceNode, TraceTree } from './trace-tree.ts'

/** A line of the waterfall. */
export interface TraceRow {
  /** Of the node in the tree. */
  readonly index: number
  readonly node: TraceNode
  /** Where its bar begins and how long it is, as shares of the whole. */
  readonly left: number
  readonly width: number
  readonly isFolded: boolean
  /** It stands there only because something below it was looked for. */
  readonly isContext: boolean
}

export interface LayoutOptions {
  /** Ids of spans whose children are not shown; while something is looked for, all are shown. */
  readonly folded?: ReadonlySet<string>
  /** What is looked for; absent: everything. */
  readonly isWanted?: ((node: TraceNode) => boolean) | undefined
}

/** The lines of a waterfall from top to bottom: what is wanted, and what it hangs from. */
export function layoutTrace(tree: TraceTree, { folded = new Set(), isWanted }: LayoutOptions = {}): TraceRow[] {
  const { endMs, nodes, startMs } = tree
  const wanted = isWanted === undefined ? undefined : nodes.map(isWanted)
  const shown = wanted === undefined ? undefined : withAncestors(nodes, wanted)
  const rows: TraceRow[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined || shown?.[index] === false) continue
    const isFolded = shown === undefined && node.descendants > 0 && folded.has(node.span.spanId)
    const left = (node.span.startMs - startMs) / (endMs - startMs)
    const width = Math.max(0, node.span.endMs - node.span.startMs) / (endMs - startMs)
    rows.push({ index, node, left, width, isFolded, isContext: wanted?.[index] === false })
    if (isFolded) index += node.descendants
  }
  return rows
}

function withAncestors(nodes: readonly TraceNode[], wanted: readonly boolean[]): boolean[] {
  const shown = [...wanted]
  for (let index = nodes.length - 1; index >= 0; index--) {
    const parent = nodes[index]?.parent ?? -1
    if (shown[index] === true && parent >= 0) shown[parent] = true
  }
  return shown
}

/** Ids of all that hangs above a span, so that it can be brought to sight. */
export function ancestorsOf({ indexById, nodes }: TraceTree, spanId: string): string[] {
  const ids: string[] = []
  for (let node = nodes[indexById.get(spanId) ?? -1]; node !== undefined; node = nodes[node.parent]) {
    ids.push(node.span.spanId)
  }
  return ids.slice(1)
}
