import { afterAll, describe, expect, it } from 'vitest'
import { systemClock } from '../base/clock.ts'
import { calendarDomain } from '../domains/calendar/domain.ts'
import type { Fact } from '../planning/fact.ts'
import type { UndatedRunEvent } from '../planning/run-event.ts'
import { printFact } from '../prolog/facts.ts'
import { FakePrologEngine } from '../prolog/fake-prolog-engine.ts'
import type { PrologEngine, SolveOutcome, SolveRequest } from '../prolog/prolog-engine.ts'
import { createTauEngine } from '../prolog/tau/tau-engine.ts'
import { type SolveResult, solveFacts } from './solve-facts.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })
const facts = [fact('participant', 'Ana'), fact('duration', 60), fact('work_hours', 540, 1020), fact('day', 'Monday')]
const tau = createTauEngine()
afterAll(() => tau.dispose())

async function solve(
  stated: readonly Fact[],
  prolog: PrologEngine = tau,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ events: UndatedRunEvent[]; result: SolveResult }> {
  const steps = solveFacts({ domain: calendarDomain, facts: stated, prolog, clock: systemClock }, signal)
  const events: UndatedRunEvent[] = []
  let step = await steps.next()
  while (step.done !== true) {
    events.push(step.value)
    step = await steps.next()
  }
  return { events, result: step.value }
}

const typesOf = (events: readonly UndatedRunEvent[]) => events.map(({ type }) => type)
const cost = { inferences: 7, consultMs: 1, solveMs: 1 }
const answering = (...outcomes: SolveOutcome[]) => new FakePrologEngine(outcomes)

describe('solving facts', () => {
  it('gives a plan that the validator has looked at', async () => {
    const { events, result } = await solve(facts)

    expect(typesOf(events)).toEqual(['program', 'solve-end', 'plan', 'verdict'])
    expect(events[2]).toMatchObject({ benchmarkText: 'Here is the proposed time: Monday, 9:00 - 10:00 ' })
    expect(events[3]).toMatchObject({ verdict: { status: 'valid' } })
    expect(result).toMatchObject({ status: 'solved' })
  })

  it('says what the solver was allowed and what it used', async () => {
    const message = 'The query took too long.'
    const stopped: SolveOutcome = {
      status: 'limit-exceeded',
      limit: 'time',
      message,
      answers: [],
      output: 'so far',
      cost,
    }
    const { events } = await solve(facts, answering(stopped))

    expect(events[0]).toMatchObject({ type: 'program', limits: { inferences: 5_000_000, timeMs: 10_000 } })
    expect(events[1]).toMatchObject({ type: 'solve-end', ...cost, limit: 'time', output: 'so far' })
  })

  it('names the facts that clash where there is no plan, and no others', async () => {
    const clash = [fact('busy', 'Ana', null, 540, 960), fact('not_after', null, null, 1000)]
    const judge = ({ program }: SolveRequest): SolveOutcome => {
      const isClash = clash.every((one) => program.includes(`% ${printFact(one)}`))
      return isClash ? { status: 'no-answer', output: '', cost } : { status: 'cancelled' }
    }
    const prolog = new FakePrologEngine(Array.from({ length: 40 }, () => judge))
    const { events, result } = await solve([...facts, fact('busy', 'Ana', 'Monday', 600, 660), ...clash], prolog)

    expect(result).toMatchObject({ status: 'unsatisfiable', validateMs: 0 })
    expect(typesOf(events)).toEqual(['program', 'solve-end', 'conflict'])
    expect(events[2]).toEqual({
      type: 'conflict',
      words: ['Ana is busy every day from 9:00 to 16:00', 'the meeting must be over by 16:40'],
      factIndices: [5, 6],
      minimal: true,
    })
  })

  it('proves with the real rules that there is no plan', async () => {
    const { result } = await solve([...facts, fact('busy', 'Ana', null, null, null)])

    expect(result.status).toBe('unsatisfiable')
  })

  it('knows no answer where a limit was reached, and looks for no conflict', async () => {
    const limit: SolveOutcome = {
      status: 'limit-exceeded',
      limit: 'time',
      message: 'It took too long.',
      answers: [],
      output: '',
      cost,
    }
    const { events, result } = await solve(facts, answering(limit))

    expect(result).toMatchObject({ status: 'unknown', reason: 'It took too long.' })
    expect(typesOf(events)).toEqual(['program', 'solve-end'])
    expect(events[1]).toMatchObject({ status: 'limit-exceeded', inferences: 7 })
  })

  it('fails where the validator rejects the plan of the rules', async () => {
    const atNight: SolveOutcome = {
      status: 'answers',
      answers: [
        {
          Day: { type: 'atom', name: 'Monday' },
          Start: { type: 'number', value: 60 },
          End: { type: 'number', value: 120 },
        },
      ],
      complete: true,
      output: '',
      cost,
    }
    const { events, result } = await solve(facts, answering(atNight))

    expect(events.at(-1)).toMatchObject({ verdict: { status: 'invalid' } })
    expect(result).toMatchObject({ status: 'failed', reason: 'The validator rejects the plan.' })
  })

  it('fails with the message of a solver that stopped', async () => {
    const { result } = await solve(facts, answering({ status: 'engine-stopped', message: 'It died.' }))

    expect(result).toMatchObject({ status: 'failed', reason: 'It died.' })
  })

  it('ends at once when it is cancelled', async () => {
    await expect(solve(facts, tau, AbortSignal.abort())).rejects.toThrow()
  })
})
