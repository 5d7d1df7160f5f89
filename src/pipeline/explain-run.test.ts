import { afterAll, describe, expect, it } from 'vitest'
import { systemClock } from '../base/clock.ts'
import { createRandom } from '../base/random.ts'
import { planningDomains } from '../domains/registry.ts'
import type { Because } from '../planning/because.ts'
import type { Fact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent, UndatedRunEvent } from '../planning/run-event.ts'
import { createTauEngine } from '../prolog/tau/tau-engine.ts'
import { explainRun } from './explain-run.ts'
import { printProgram } from './print-program.ts'
import { solveFacts } from './solve-facts.ts'

const tau = createTauEngine()
afterAll(() => tau.dispose())
const domains = [...planningDomains.values()]
const dependencies = { domains, prolog: tau, deadlineMs: 20_000 }

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })
const span = { segment: 0, start: 0, end: 4 }
const usage = { promptTokens: 0, completionTokens: 0 }
const timings = { formalizeMs: 0, solveMs: 0, validateMs: 0, totalMs: 0 }

function domainOf(id: string): PlanningDomain {
  const domain = planningDomains.get(id)
  if (domain === undefined) throw new Error(`no domain ${id}`)
  return domain
}

const formalized = (facts: readonly Fact[]): UndatedRunEvent => ({
  type: 'formalization',
  status: 'formalized',
  facts: facts.map((one) => ({ fact: one, span, argSpans: [], confidence: 1 })),
  uncovered: [],
  diagnostics: [],
  attempts: 1,
})
const dated = (events: readonly UndatedRunEvent[]): RunEvent[] =>
  events.map((event, seq) => ({ seq, time: 0, ...event }))

/** A run of these facts, as the pipeline makes it. */
async function runOf(domain: PlanningDomain, facts: readonly Fact[]): Promise<RunEvent[]> {
  const { signal } = new AbortController()
  const steps = solveFacts({ domain, facts, prolog: tau, clock: systemClock }, signal)
  const events: UndatedRunEvent[] = [formalized(facts)]
  let step = await steps.next()
  while (step.done !== true) {
    events.push(step.value)
    step = await steps.next()
  }
  return dated([...events, { type: 'run-end', status: step.value.status, timings, usage }])
}

const explain = async (id: string, facts: readonly Fact[]) => explainRun(await runOf(domainOf(id), facts), dependencies)
const decisive = ({ sentences }: Because) => sentences.filter((one) => one.isDecisive).map(({ text }) => text)
const kept = ({ sentences }: Because) => sentences.filter((one) => !one.isDecisive).map(({ text }) => text)

describe('why a plan is what it is', () => {
  it('a calendar: what rules out the earlier times, and what holds on the same day besides', async () => {
    const because = await explain('calendar', [
      fact('participant', 'Ana'),
      fact('duration', 60),
      fact('work_hours', 540, 1020),
      fact('day', 'Monday'),
      fact('day', 'Tuesday'),
      fact('busy', 'Ana', 'Monday', 540, 660),
      fact('busy', 'Ana', 'Monday', 840, 900),
      fact('busy', 'Ana', 'Tuesday', 540, 600),
    ])
    expect(because.about).toBe('plan')
    expect(because.isComplete).toBe(true)
    expect(decisive(because)).toEqual(['the meeting takes 1 hour', 'Ana is busy on Monday from 9:00 to 11:00'])
    expect(kept(because)).toContain('Ana is busy on Monday from 14:00 to 15:00')
    expect(kept(because)).toContain('Monday is on offer')
    expect(because.sentences.map(({ text }) => text)).not.toContain('Ana is busy on Tuesday from 9:00 to 10:00')
  })

  it('a trip: what fixes the order, and the flights that are taken', async () => {
    const because = await explain('trip', [
      fact('total_days', 4),
      fact('stay', 'Linz', 3),
      fact('stay', 'Ghent', 2),
      fact('stay', 'Varna', 1),
      fact('flight', 'Linz', 'Ghent'),
      fact('flight', 'Varna', 'Linz'),
      fact('flight', 'Ghent', 'Varna'),
      fact('last_city', 'Linz'),
    ])
    expect(decisive(because)).toEqual(['the trip ends in Linz'])
    expect(kept(because).filter((text) => text.includes('flights'))).toHaveLength(2)
    expect(kept(because)).toContain('Ghent is visited for 2 days')
  })

  it('a day of meetings: the lengths and the beginning, and the ways that are gone', async () => {
    const because = await explain('meeting', [
      fact('start', 'Pier', 540),
      fact('available', 'Ana', 'Mill', 600, 720),
      fact('meet_min', 'Ana', 45),
      fact('travel', 'Pier', 'Mill', 20),
      fact('travel', 'Mill', 'Tower', 15),
    ])
    expect(decisive(because)).toContain('a meeting with Ana takes at least 45 minutes')
    expect(kept(because)).toContain('the way from Pier to Mill takes 20 minutes')
    expect(kept(because)).not.toContain('the way from Mill to Tower takes 15 minutes')
  })

  it('no plan: the facts that clash, each of them needed for that', async () => {
    const because = await explain('calendar', [
      fact('participant', 'Ana'),
      fact('duration', 60),
      fact('work_hours', 540, 720),
      fact('day', 'Monday'),
      fact('busy', 'Ana', 'Monday', 540, 690),
      fact('busy', 'Ana', 'Tuesday', 540, 600),
    ])
    expect(because).toMatchObject({ about: 'conflict', isComplete: true })
    expect(because.sentences.every((one) => one.isDecisive)).toBe(true)
    expect(decisive(because)).toContain('Ana is busy on Monday from 9:00 to 11:30')
    expect(decisive(because)).not.toContain('Ana is busy on Tuesday from 9:00 to 10:00')
  })

  it('a plan that somebody wrote by hand has no decisive facts, because leaving one out says nothing about it', async () => {
    const facts = [fact('duration', 60), fact('day', 'Monday'), fact('busy', 'Ana', 'Monday', 540, 660)]
    const events = (await runOf(domainOf('calendar'), facts)).map((event) =>
      event.type === 'plan'
        ? {
            ...event,
            plan: {
              domain: 'calendar',
              steps: [{ action: 'meet', args: { day: 'Monday', startMin: 900, endMin: 960 } }],
            },
          }
        : event,
    )
    const because = await explainRun(events, dependencies)
    expect(decisive(because)).toEqual([])
    expect(because.isComplete).toBe(false)
  })

  it('says of a fact that it decides only where leaving it out really changes the answer', {
    timeout: 120_000,
  }, async () => {
    const sizes = { calendar: 0.3, trip: 0.3, meeting: 0.25 }
    let decided = 0
    for (const domain of domains) {
      for (let seed = 1; seed <= 12; seed++) {
        const facts = domain.generate(createRandom(seed), sizes[domain.id as keyof typeof sizes])
        const answerOf = async (left: readonly Fact[]) => {
          const outcome = await tau.solve({ program: printProgram(domain, left), goal: domain.query, trusted: true })
          return outcome.status === 'answers' && outcome.answers[0] !== undefined
            ? JSON.stringify(domain.exportPlan(domain.readPlan(outcome.answers[0])))
            : outcome.status
        }
        const because = await explainRun(await runOf(domain, facts), dependencies)
        const isBackground = (index: number) => domain.background.includes(facts[index]?.predicate ?? '')
        const named = because.sentences.flatMap(({ factIndex }) => factIndex ?? [])
        // Of a clash only its own facts count: the problem may have others.
        const all = [...facts.keys()].filter(
          (index) => because.about === 'plan' || isBackground(index) || named.includes(index),
        )
        const pick = (indices: readonly number[]) => facts.filter((_, index) => indices.includes(index))
        const whole = await answerOf(pick(all))
        for (const { factIndex, isDecisive, text } of because.sentences) {
          if (factIndex === null || isBackground(factIndex)) continue
          const isOther = (await answerOf(pick(all.filter((index) => index !== factIndex)))) !== whole
          expect(isDecisive, `${domain.id} ${seed}: ${text}`).toBe(isOther)
          if (isDecisive) decided++
        }
      }
    }
    expect(decided).toBeGreaterThan(30)
  })
})

describe('where there is no plan to explain', () => {
  const segments: UndatedRunEvent = {
    type: 'segments',
    segments: [
      { index: 0, start: 0, end: 12, before: [], headings: [] },
      { index: 1, start: 13, end: 27, before: [], headings: [] },
    ],
  }
  const start: UndatedRunEvent = {
    type: 'run-start',
    runId: 'run-1',
    text: 'Meet Monday. Mind\n the cat.',
    requestedDomain: 'auto',
    model: { id: 'nano', quantization: 'q8_0', sha256: '', backend: 'cpu' },
  }

  it('a draft says which words were not understood and what is missing', async () => {
    const diagnostics = [
      { severity: 'error', code: 'uncovered', message: 'no facts', span: { segment: 1, start: 13, end: 27 } },
      { severity: 'error', code: 'no-duration', message: 'Nobody says how long it takes.' },
      { severity: 'doubt', code: 'odd', message: 'Odd.' },
    ] as const
    const formalization: UndatedRunEvent = {
      ...{ type: 'formalization', status: 'incomplete', facts: [], uncovered: [1], attempts: 1 },
      diagnostics: [...diagnostics],
    }
    const end: UndatedRunEvent = { type: 'run-end', status: 'incomplete', timings, usage }
    expect(await explainRun(dated([start, segments, formalization, end]), dependencies)).toEqual({
      about: 'missing',
      sentences: [
        { factIndex: null, segment: 1, text: '“Mind the cat.” could not be translated', isDecisive: false },
        { factIndex: null, segment: null, text: 'Nobody says how long it takes', isDecisive: false },
      ],
      isComplete: true,
    })
  })

  it('a plan that the validator rejects says what it breaks', async () => {
    const verdict = {
      status: 'invalid' as const,
      violations: [{ constraint: 'busy', words: 'Ana is busy', factIndex: 2 }],
    }
    const events = dated([
      { type: 'verdict', verdict },
      { type: 'run-end', status: 'failed', timings, usage },
    ])
    const sentences = [{ factIndex: 2, segment: null, text: 'Ana is busy', isDecisive: false }]
    expect(await explainRun(events, dependencies)).toEqual({ about: 'violations', sentences, isComplete: true })
  })

  it('a run that was cancelled, or has not ended, has nothing to say', async () => {
    const cancelled = dated([start, { type: 'run-end', status: 'cancelled', timings, usage }])
    expect((await explainRun(cancelled, dependencies)).about).toBe('nothing')
    expect((await explainRun(dated([start]), dependencies)).about).toBe('nothing')
  })
})
