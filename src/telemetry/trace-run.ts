import type { RunEvent } from '../planning/run-event.ts'
import { names } from './attribute-names.ts'
import { formalizeStretches } from './formalize-stretches.ts'
import { solveStretches } from './solve-stretches.ts'
import type { Attributes, AttributeValue, Span } from './span.ts'
import { spanIdOf, traceIdOf } from './span-ids.ts'
import { RunRecord, root, type Stretch, whole } from './stretch.ts'

const { openInference, planwright } = names

/**
 * The spans of a run, the root first: one a hop, one a translated segment, none an inference. A lean trace is for our own
 * window: how an attempt asked stands once, with the attempt, and nothing stands under two names.
 */
export function traceRun(runId: string, events: readonly RunEvent[], { isLean = false } = {}): Span[] {
  const record = new RunRecord(events, isLean)
  const traceId = traceIdOf(runId)
  const idOf = spanIdsOf(runId)
  return [wholeRun(runId, record), ...formalizeStretches(record), ...solveStretches(record)].map(
    ({ attributes, endMs, events: happened = [], name, parent, path, startMs, status = { code: 'unset' } }): Span => ({
      traceId,
      spanId: idOf(path),
      parentSpanId: path === root ? undefined : idOf(parent ?? root),
      name,
      startMs,
      endMs: Math.max(startMs, endMs),
      attributes: withoutGaps(attributes),
      events: happened.map((event) => ({ ...event, attributes: withoutGaps(event.attributes) })),
      status,
    }),
  )
}

/** A parent is asked for as often as it has children. */
function spanIdsOf(runId: string): (path: string) => string {
  const known = new Map<string, string>()
  return (path) => {
    const id = known.get(path) ?? spanIdOf(runId, path)
    known.set(path, id)
    return id
  }
}

function withoutGaps(attributes: Attributes): Attributes {
  const told: Record<string, AttributeValue> = {}
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) told[name] = value
  }
  return told
}

function wholeRun(runId: string, record: RunRecord): Stretch {
  const [start, end] = [record.first('run-start'), record.first('run-end')]
  const isError = end?.status === 'failed' && end.errorCode !== undefined
  return {
    path: root,
    name: 'plan',
    startMs: record.events[0]?.time ?? 0,
    endMs: record.events.at(-1)?.time ?? 0,
    attributes: {
      [openInference.spanKind]: 'CHAIN',
      [openInference.input]: start?.text,
      [openInference.output]: record.first('plan')?.plainText ?? end?.reason,
      [planwright.runId]: runId,
      [planwright.parentRun]: start?.parent?.runId,
      [planwright.editedHop]: start?.parent?.hop,
      [planwright.status]: end?.status,
      [planwright.domain]: record.first('domain')?.domain ?? start?.requestedDomain,
      [planwright.segments]: whole(record.first('segments')?.segments.length),
      [names.errorType]: isError ? end.errorCode : undefined,
    },
    status: isError ? { code: 'error', message: end.reason ?? '' } : { code: end === undefined ? 'unset' : 'ok' },
  }
}
