import type { TraceSpan } from '../../src/api/trace-span.ts'

/** A span in its place in the tree. */
export interface TraceNode {
  readonly span: TraceSpan
  /** 0 for a root. */
  readonly depth: number
  /** Index of its parent in the tree's nodes; -1 for a root. */
  readonly parent: number
  /** Nodes after it that lie below it. */
  readonly descendants: number
  /** Counted from 1, of `siblings`. */
  readonly position: number
  readonly siblings: number
}

export interface TraceTree {
  /** Each span once, parents before their children, children by their start. */
  readonly nodes: readonly TraceNode[]
  readonly indexById: ReadonlyMap<string, number>
  /** Of the whole; `endMs` is after `startMs`, also where nothing took any time. */
  readonly startMs: number
  readonly endMs: number
}

/** Puts spans into their tree. One whose parent is not there, or is itself, is a root; of two with one id the first is kept. */
export function buildTraceTree(spans: readonly TraceSpan[]): TraceTree {
  const byId = new Map<string, TraceSpan>()
  for (const span of spans) if (!byId.has(span.spanId)) byId.set(span.spanId, span)
  const children = Map.groupBy([...byId.values()].sort(byStart), (span) => parentOf(span, byId))
  const nodes: TraceNode[] = []
  const indexById = new Map<string, number>()
  place(children.get(undefined) ?? [], { children, nodes, indexById })
  // Spans that are each other's parents hang from nowhere: the first of them stands for a root.
  for (const span of byId.values()) if (!indexById.has(span.spanId)) place([span], { children, nodes, indexById })
  const startMs = least(spans.map((span) => span.startMs))
  const endMs = -least(spans.map((span) => -span.endMs))
  return { nodes, indexById, startMs, endMs: endMs > startMs ? endMs : startMs + 1 }
}

const byStart = (a: TraceSpan, b: TraceSpan) => a.startMs - b.startMs

/** Without spreading: there may be more of them than a call takes. */
const least = (times: readonly number[]) => times.reduce((one, other) => Math.min(one, other), times[0] ?? 0)

function parentOf({ parentSpanId, spanId }: TraceSpan, byId: ReadonlyMap<string, TraceSpan>): string | undefined {
  return parentSpanId !== undefined && parentSpanId !== spanId && byId.has(parentSpanId) ? parentSpanId : undefined
}

interface Growing {
  readonly children: ReadonlyMap<string | undefined, readonly TraceSpan[]>
  readonly nodes: TraceNode[]
  readonly indexById: Map<string, number>
}

/** Without recursion: a trace may be deeper than the stack. */
function place(roots: readonly TraceSpan[], { children, indexById, nodes }: Growing): void {
  const level = (spans: readonly TraceSpan[], parent: number) => ({ spans, parent, next: 0 })
  const open = [level(roots, -1)]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const span = top.spans[top.next]
    if (span === undefined) {
      open.pop()
      const above = nodes[top.parent]
      if (above !== undefined) nodes[top.parent] = { ...above, descendants: nodes.length - top.parent - 1 }
      continue
    }
    top.next += 1
    if (indexById.has(span.spanId)) continue
    const index = nodes.length
    indexById.set(span.spanId, index)
    const { parent, spans } = top
    nodes.push({ span, depth: open.length - 1, parent, descendants: 0, position: top.next, siblings: spans.length })
    const below = children.get(span.spanId)
    if (below !== undefined) open.push(level(below, index))
  }
}
