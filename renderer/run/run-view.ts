import type { Diagnostic } from '../../src/planning/diagnostic.ts'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import type { Plan } from '../../src/planning/plan.ts'
import type { ModelStamp, RunEvent, RunStatus, SegmentOutcome, Timings, Usage } from '../../src/planning/run-event.ts'
import type { Segment } from '../../src/planning/segment.ts'
import type { Verdict } from '../../src/planning/verdict.ts'

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

/** A piece of the text and how far its translation is. */
export interface SegmentView {
  readonly segment: Segment
  readonly state: 'waiting' | 'writing' | SegmentOutcome
  readonly prompt: string
  /** What the model has written so far. */
  readonly completion: string
  readonly facts: readonly FormalizedFact[]
}

export interface AttemptView {
  readonly attempt: number
  /** Codes of the complaints that asked for it; `first` for the first. */
  readonly reason: string
  readonly segments: number
  readonly diagnostics: readonly Diagnostic[]
}

/** The stages a run goes through, in order. */
export type RunPhase = 'loading' | 'reading' | 'translating' | 'solving' | 'checking' | 'ended'

/** All that the window draws of one run, made from its events alone. */
export interface RunView {
  readonly lastSeq: number
  readonly phase: RunPhase
  readonly text: string | undefined
  readonly model: ModelStamp | undefined
  readonly domain: string | undefined
  readonly segments: readonly SegmentView[]
  /** As the segments stood before the repair that is under way, or before the last one. */
  readonly unrepaired: readonly SegmentView[]
  readonly attempts: readonly AttemptView[]
  readonly formalization: EventOf<'formalization'> | undefined
  readonly program: string | undefined
  readonly query: string | undefined
  readonly solved: EventOf<'solve-end'> | undefined
  readonly plan: Plan | undefined
  readonly plainText: string | undefined
  readonly verdict: Verdict | undefined
  readonly conflict: EventOf<'conflict'> | undefined
  readonly end:
    | {
        readonly status: RunStatus
        readonly reason: string | undefined
        readonly timings: Timings
        readonly usage: Usage
      }
    | undefined
  /** Tokens seen so far. */
  readonly tokens: number
  /** Milliseconds since the epoch of the first event and the first token. */
  readonly startedAt: number | undefined
  readonly firstTokenAt: number | undefined
}

export const emptyRunView: RunView = {
  lastSeq: -1,
  phase: 'loading',
  text: undefined,
  model: undefined,
  domain: undefined,
  segments: [],
  unrepaired: [],
  attempts: [],
  formalization: undefined,
  program: undefined,
  query: undefined,
  solved: undefined,
  plan: undefined,
  plainText: undefined,
  verdict: undefined,
  conflict: undefined,
  end: undefined,
  tokens: 0,
  startedAt: undefined,
  firstTokenAt: undefined,
}

/** Segments that ended in some way, of all. */
export function progressOf(run: RunView): { done: number; all: number } {
  const done = run.segments.filter(({ state }) => state !== 'waiting' && state !== 'writing').length
  return { done, all: run.segments.length }
}

/** The facts as far as they are known: the final ones, or those of the segments translated so far. */
export function factsOf(run: RunView): readonly FormalizedFact[] {
  return run.formalization?.facts ?? run.segments.flatMap((one) => one.facts)
}
