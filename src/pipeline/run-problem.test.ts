import { afterAll, describe, expect, it } from 'vitest'
import type { Clock } from '../base/clock.ts'
import { PlanwrightError } from '../base/planwright-error.ts'
import { calendarDomain } from '../domains/calendar/domain.ts'
import {
  defaultFormalizeLimits,
  type Formalization,
  type FormalizeEvent,
  type Formalizer,
} from '../formalization/formalizer.ts'
import { createScriptedLanguageModel } from '../language-models/test/scripted-language-model.ts'
import type { FormalizedFact } from '../planning/fact.ts'
import { type RunEvent, runEventSchema } from '../planning/run-event.ts'
import { createTauEngine } from '../prolog/tau/tau-engine.ts'
import { runProblem } from './run-problem.ts'

const span = { segment: 0, start: 0, end: 4 }
const stated = (predicate: string, ...args: (string | number | null)[]): FormalizedFact => ({
  fact: { predicate, args },
  span,
  argSpans: args.map((arg) => (arg === null ? null : span)),
  confidence: 1,
})
const facts = [stated('duration', 60), stated('work_hours', 540, 1020), stated('day', 'Monday')]
const usage = { promptTokens: 10, completionTokens: 3 }
const told: FormalizeEvent[] = [
  { type: 'attempt-start', attempt: 0, segments: [0], reason: 'first' },
  { type: 'segment-end', attempt: 0, segment: 0, outcome: 'facts', completion: '', facts, confidence: 1, usage },
  {
    type: 'segment-end',
    attempt: 0,
    segment: 1,
    outcome: 'no-constraint',
    completion: '',
    facts: [],
    confidence: 1,
    usage,
  },
]

/** Tells some events, then ends as it was told to. */
const formalizing = (end: (signal: AbortSignal) => Formalization): Formalizer => ({
  async *formalize(_, signal) {
    yield* told
    return end(signal)
  },
})

const prolog = createTauEngine()
afterAll(() => prolog.dispose())

let now = 0
const ticking: Clock = { now: () => 1_000_000 + now++, monotonicMs: () => now++ }

async function run(
  formalizer: Formalizer,
  signal = new AbortController().signal,
  clock: Clock = ticking,
): Promise<RunEvent[]> {
  const dependencies = { clock, domains: [calendarDomain], formalizer, prolog, limits: defaultFormalizeLimits }
  const model = createScriptedLanguageModel(() => '')
  const events: RunEvent[] = []
  const versions = { planwright: '1', prolog: 'tau', promptSha256: {} }
  const request = {
    runId: 'run-1',
    text: 'Meet on Monday.',
    domain: 'auto',
    model,
    requestedModel: model.id,
    recipe: {},
    versions,
  }
  for await (const event of runProblem(request, dependencies, signal)) events.push(event)
  return events
}

const formalized = formalizing(() => ({ status: 'formalized', domain: calendarDomain, facts }))
const endOf = (events: readonly RunEvent[]) => events.at(-1)

describe('a run', () => {
  it('tells every hop in order, numbered and dated, and what the events hold can be stored', async () => {
    const events = await run(formalized)

    expect(events.map(({ type }) => type)).toEqual([
      'run-start',
      'attempt-start',
      'segment-end',
      'segment-end',
      'program',
      'solve-end',
      'plan',
      'verdict',
      'run-end',
    ])
    expect(events.map(({ seq }) => seq)).toEqual([...events.keys()])
    expect(events.every((event, at) => at === 0 || event.time > (events[at - 1]?.time ?? 0))).toBe(true)
    expect(events.map((event) => runEventSchema.parse(event))).toEqual(events)
  })

  it('dates its beginning by the clock, and what follows more finely and never back', async () => {
    const ticks = [5.25, 5.2504, 5.7, 5.7, 9]
    const clock: Clock = { now: () => 1000, monotonicMs: () => ticks.shift() ?? 12.1239 }
    const events = await run(formalized, undefined, clock)

    expect(events[0]?.time).toBe(1000)
    expect(events.every(({ time }, at) => time >= (events[at - 1]?.time ?? 0))).toBe(true)
    expect(events.at(-1)?.time).toBe(1006.874)
  })

  it('adds up what the model read and wrote', async () => {
    expect(endOf(await run(formalized))).toMatchObject({
      status: 'solved',
      usage: { promptTokens: 20, completionTokens: 6 },
    })
  })

  it('says how long each hop took', async () => {
    const end = endOf(await run(formalized))

    expect(end?.type === 'run-end' && end.timings.formalizeMs > 0 && end.timings.solveMs > 0).toBe(true)
    expect(end?.type === 'run-end' && end.timings.totalMs > end.timings.formalizeMs + end.timings.solveMs).toBe(true)
  })

  it('calls the plan of an incomplete translation a draft', async () => {
    const formalizer = formalizing(() => ({
      status: 'incomplete',
      domain: calendarDomain,
      facts,
      uncovered: [1],
      errors: [],
    }))

    expect(endOf(await run(formalizer))).toMatchObject({
      status: 'incomplete',
      reason: expect.stringContaining('draft'),
    })
  })

  it('says what cannot be right about the facts that a draft rests on', async () => {
    const errors = ['the meeting has two different lengths']
    const formalizer = formalizing(() => ({
      status: 'incomplete',
      domain: calendarDomain,
      facts,
      uncovered: [],
      errors,
    }))

    expect(endOf(await run(formalizer))).toMatchObject({
      status: 'incomplete',
      reason: 'Something was misread or is missing (the meeting has two different lengths): the plan is a draft.',
    })
  })

  it('does not call a problem impossible of which a part is not translated', async () => {
    const clashing = [...facts, stated('not_after', null, null, 560)]
    const formalizer = formalizing(() => ({
      status: 'incomplete',
      domain: calendarDomain,
      facts: clashing,
      uncovered: [1],
      errors: [],
    }))

    const events = await run(formalizer)

    expect(endOf(events)).toMatchObject({ status: 'incomplete', reason: expect.stringContaining('has no plan') })
    expect(events.some(({ type }) => type === 'conflict')).toBe(true)
  })

  it.each<[Formalization, string]>([
    [{ status: 'not-a-problem' }, 'not a planning problem'],
    [{ status: 'malformed', diagnostics: [] }, 'could not translate'],
  ])('fails with a reason where there are no facts: $status', async (formalization, reason) => {
    const events = await run(formalizing(() => formalization))

    expect(endOf(events)).toMatchObject({ status: 'failed', reason: expect.stringContaining(reason) })
    expect(events.some(({ type }) => type === 'program')).toBe(false)
  })

  it('fails with what happened and the way out where a model stops', async () => {
    const formalizer = formalizing(() => {
      throw new PlanwrightError({ code: 'engine-stopped', message: 'The model died.', wayOut: 'Run it again.' })
    })

    expect(endOf(await run(formalizer))).toMatchObject({ status: 'failed', reason: 'The model died. Run it again.' })
  })

  it('fails, and does not throw, where something is broken inside', async () => {
    const formalizer = formalizing(() => {
      throw new TypeError('x is not a function')
    })

    expect(endOf(await run(formalizer))).toMatchObject({ status: 'failed', reason: expect.stringContaining('inside') })
  })

  it('ends as cancelled, whatever broke while it was', async () => {
    const abort = new AbortController()
    const formalizer = formalizing((signal) => {
      abort.abort()
      signal.throwIfAborted()
      return { status: 'not-a-problem' }
    })

    expect(endOf(await run(formalizer, abort.signal))).toMatchObject({ status: 'cancelled' })
  })
})

it('that is cancelled before anything was asked asks nothing', async () => {
  let asked = 0
  const counting = formalizing(() => {
    asked += 1
    return { status: 'formalized', domain: calendarDomain, facts }
  })
  const events = await run(counting, AbortSignal.abort())

  expect(events.map(({ type }) => type)).toEqual(['run-start', 'run-end'])
  expect(endOf(events)).toMatchObject({ status: 'cancelled' })
  expect(asked).toBe(0)
})
