import type { RunEvent } from '../../src/planning/run-event.ts'
import type { RunView, SegmentView } from './run-view.ts'

/** The view after one more event. An event that was seen before (after a reconnect) changes nothing. */
export function reduceRun(run: RunView, event: RunEvent): RunView {
  if (event.seq <= run.lastSeq) return run
  const seen: RunView = { ...run, lastSeq: event.seq, startedAt: run.startedAt ?? event.time }
  switch (event.type) {
    case 'run-start': {
      const domain = event.requestedDomain === 'auto' ? undefined : event.requestedDomain
      return { ...seen, phase: 'reading', text: event.text, model: event.model, domain }
    }
    case 'segments': {
      const segments = event.segments.map(
        (segment): SegmentView => ({ segment, state: 'waiting', prompt: '', completion: '', facts: [] }),
      )
      return { ...seen, segments }
    }
    case 'domain':
      return { ...seen, domain: event.domain }
    case 'attempt-start': {
      const attempt = { attempt: event.attempt, reason: event.reason, segments: event.segments.length, diagnostics: [] }
      return { ...seen, phase: 'translating', attempts: [...seen.attempts, attempt], unrepaired: seen.segments }
    }
    case 'segment-start':
      return changeSegment(seen, event.segment, { state: 'writing', prompt: event.prompt, completion: '' })
    case 'token': {
      const completion = (seen.segments[event.segment]?.completion ?? '') + event.text
      const counted = { ...seen, tokens: seen.tokens + 1, firstTokenAt: seen.firstTokenAt ?? event.time }
      return changeSegment(counted, event.segment, { completion })
    }
    case 'segment-end': {
      const { completion, facts, outcome } = event
      return changeSegment(seen, event.segment, { completion, facts, state: outcome })
    }
    case 'attempt-end': {
      const attempts = seen.attempts.map((one) =>
        one.attempt === event.attempt ? { ...one, diagnostics: event.diagnostics } : one,
      )
      return { ...seen, attempts, segments: event.attempt === 0 ? seen.segments : whatIsKept(seen, event.kept) }
    }
    case 'formalization':
      return { ...seen, formalization: event }
    case 'program':
      return { ...seen, phase: 'solving', program: event.program, query: event.query }
    case 'solve-end':
      return { ...seen, phase: 'checking', solved: event }
    case 'plan':
      return { ...seen, plan: event.plan, plainText: event.plainText }
    case 'verdict':
      return { ...seen, verdict: event.verdict }
    case 'conflict':
      return { ...seen, conflict: event }
    case 'run-end': {
      const { reason, status, timings, usage } = event
      return { ...seen, phase: 'ended', end: { status, reason, timings, usage } }
    }
  }
}

/** A repair that made nothing better leaves a segment as it was. */
function whatIsKept({ segments, unrepaired }: RunView, kept: readonly number[]): readonly SegmentView[] {
  return segments.map((repaired, place) =>
    kept.includes(repaired.segment.index) ? repaired : (unrepaired[place] ?? repaired),
  )
}

function changeSegment(run: RunView, index: number, change: Partial<SegmentView>): RunView {
  return {
    ...run,
    segments: run.segments.map((one) => (one.segment.index === index ? { ...one, ...change } : one)),
  }
}
