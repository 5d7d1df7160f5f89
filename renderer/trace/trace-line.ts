import type { TraceSpan } from '../../src/api/trace-span.ts'
import { formatMs } from '../comparison/format.ts'
import { kindOf } from './describe-span.ts'
import { attributeNames as names, numberOf, textOf } from './span-attributes.ts'
import { traceStrings } from './strings.ts'

type Hop = keyof typeof traceStrings.panel.fields

const hopsByName: ReadonlyMap<string, Hop> = new Map([
  ['segment', 'segment'],
  ['read', 'read'],
  ['validate', 'validate'],
  ['find conflict', 'conflict'],
])

/** A run in one line: "segment 2 ms · formalize 310 ms (2 attempts) · solve 14 ms · validate 1 ms". */
export function traceLine(spans: readonly TraceSpan[]): string {
  const [root] = spans
  const hops = new Map<Hop, { ms: number; count: number }>()
  for (const span of spans) {
    const hop = span.parentSpanId === root?.spanId ? hopOf(span) : undefined
    if (hop === undefined) continue
    const { count, ms } = hops.get(hop) ?? { ms: 0, count: 0 }
    hops.set(hop, { ms: ms + span.endMs - span.startMs, count: count + 1 })
  }
  return [...hops]
    .map(([hop, { count, ms }]) => {
      const attempts = hop === 'formalize' && count > 1 ? ` (${traceStrings.panel.attempts(count)})` : ''
      return `${traceStrings.panel.fields[hop]} ${formatMs(ms)}${attempts}`
    })
    .join(' · ')
}

function hopOf(span: TraceSpan): Hop | undefined {
  if (numberOf(span, names.attempt) !== undefined) return 'formalize'
  if (kindOf(span) === 'tool') return 'solve'
  if (kindOf(span) === 'model') return textOf(span, names.domain) === undefined ? undefined : 'domain'
  return hopsByName.get(span.name)
}
