import { describe, expect, it } from 'vitest'
import type { RunEvent } from '../../src/planning/run-event.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { reduceRun } from './reduce-run.ts'
import { emptyRunView, factsOf, progressOf } from './run-view.ts'

const view = (events: readonly RunEvent[]) => events.reduce(reduceRun, emptyRunView)
const until = (type: RunEvent['type']) => {
  const at = recordedRuns.solved.findIndex((event) => event.type === type)
  return view(recordedRuns.solved.slice(0, at + 1))
}

describe('the view of a run', () => {
  it('holds plan, verdict, facts and timings at the end', () => {
    const run = view(recordedRuns.solved)

    expect(run.phase).toBe('ended')
    expect(run.plainText).toBe('Meet on Thursday from 12:00 to 12:30.')
    expect(run.verdict?.status).toBe('valid')
    expect(factsOf(run)).toHaveLength(12)
    expect(run.end?.usage.completionTokens).toBeGreaterThan(0)
  })

  it('goes through the stages in order', () => {
    expect(view([]).phase).toBe('loading')
    expect(until('run-start').phase).toBe('reading')
    expect(until('attempt-start').phase).toBe('translating')
    expect(until('program').phase).toBe('solving')
    expect(until('solve-end').phase).toBe('checking')
  })

  it('counts the pieces of text that are done', () => {
    expect(progressOf(until('segments'))).toEqual({ done: 0, all: 6 })
    expect(progressOf(until('segment-end'))).toEqual({ done: 1, all: 6 })
  })

  it('shows the facts of a piece as soon as it is translated', () => {
    const facts = factsOf(until('segment-end')).map((one) => one.fact.predicate)

    expect(facts).toEqual(['duration', 'participant', 'participant', 'participant', 'day'])
  })

  it('shows of a repair what is kept of it, and elsewhere what was there before', () => {
    const at = recordedRuns.solved.findIndex(({ type }) => type === 'formalization')
    const before = recordedRuns.solved.slice(0, at)
    const ends = before.flatMap((event) => (event.type === 'segment-end' ? [event] : []))
    const again = ends.slice(0, 2).map((end) => ({ ...end, attempt: 1, completion: 'mended', facts: [] }))
    const [kept, dropped] = again.map(({ segment }) => segment)
    const stamp = { time: 0 }
    const repair: RunEvent[] = [
      { ...stamp, seq: 0, type: 'attempt-start', attempt: 1, segments: [kept ?? 0, dropped ?? 0], reason: 'syntax' },
      ...again,
      { ...stamp, seq: 0, type: 'attempt-end', attempt: 1, kept: [kept ?? 0], diagnostics: [] },
    ]
    const first = view(before)
    const run = repair.reduce((seen, event, index) => reduceRun(seen, { ...event, seq: 10_000 + index }), first)

    const completionOf = (index: number | undefined) =>
      run.segments.find((one) => one.segment.index === index)?.completion
    expect(completionOf(kept)).toBe('mended')
    expect(completionOf(dropped)).toBe(ends.find(({ segment }) => segment === dropped)?.completion)
  })

  it('takes an event that comes again as seen', () => {
    const once = view(recordedRuns.solved)

    expect(recordedRuns.solved.reduce(reduceRun, once)).toEqual(once)
  })

  it('is the same from a stored run, which has no single tokens', () => {
    const stored = recordedRuns.solved.filter(({ type }) => type !== 'token' && type !== 'segment-start')
    const [full, lean] = [view(recordedRuns.solved), view(stored)]

    expect(factsOf(lean)).toEqual(factsOf(full))
    expect(lean.plan).toEqual(full.plan)
    expect(lean.segments.map((one) => one.state)).toEqual(full.segments.map((one) => one.state))
  })

  it('keeps the facts that clash', () => {
    const run = view(recordedRuns.unsatisfiable)

    expect(run.end?.status).toBe('unsatisfiable')
    expect(run.conflict?.words).toContain('Omar is busy every day from 9:00 to 11:00')
  })
})
