import fc from 'fast-check'
import { afterAll, describe, expect, it, test } from 'vitest'
import { createRandom } from '../base/random.ts'
import type { Fact } from '../planning/fact.ts'
import { printFacts } from '../prolog/facts.ts'
import { createTauEngine } from '../prolog/tau/tau-engine.ts'
import { planningDomains } from './registry.ts'

const domains = [...planningDomains.values()]
const prolog = createTauEngine({ workers: 1 })
afterAll(() => prolog.dispose())

test.each(domains)('$id: the plan of a solver comes back as it was exported', async (domain) => {
  let read = 0
  for (let seed = 0; seed < 24; seed++) {
    const facts = domain.generate(createRandom(seed), (seed % 6) / 10)
    const program = `${printFacts(domain.solverFacts(facts))}\n${domain.rules}`
    const outcome = await prolog.solve({ program, goal: domain.query, trusted: true })
    const answer = outcome.status === 'answers' ? outcome.answers[0] : undefined
    if (answer === undefined) continue
    const plan = domain.readPlan(answer)
    expect(domain.importPlan(domain.exportPlan(plan), facts)).toEqual({ status: 'plan', plan })
    read += 1
  }
  expect(read).toBeGreaterThan(5)
})

test.each(domains)('$id: whatever is written is read or refused with a reason', (domain) => {
  const facts = domain.generate(createRandom(3), 0.4)
  const near = fc.record(
    {
      day: fc.oneof(fc.string(), fc.integer()),
      person: fc.string(),
      city: fc.string(),
      start: fc.oneof(fc.integer({ min: -5, max: 1500 }), fc.double()),
      end: fc.integer({ min: -5, max: 1500 }),
      from: fc.integer({ min: -1, max: 1200 }),
      to: fc.integer({ min: -1, max: 1200 }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near, fc.array(near, { maxLength: 4 })), (written) => {
      const reading = domain.importPlan(written, facts)
      if (reading.status === 'malformed') expect(reading.why).not.toBe('')
      else domain.validate(facts, reading.plan)
    }),
  )
})

describe('a day of meetings that a person wrote', () => {
  const domain = planningDomains.get('meeting')
  const facts: Fact[] = [
    { predicate: 'start', args: ['Pier Two', 540] },
    { predicate: 'available', args: ['Bo', 'Mill Lane', 600, 720] },
    { predicate: 'available', args: ['Ana', 'The Pier Two', 540, 700] },
    { predicate: 'travel', args: ['Pier Two', 'Mill Lane', 7] },
  ]
  const read = (written: unknown) => domain?.importPlan(written, facts)

  it('gets its ways and waits from the facts', () => {
    expect(read([{ person: 'bo', start: 660, end: 700 }])).toMatchObject({
      plan: {
        steps: [
          { action: 'start', args: { place: 'Pier Two', timeMin: 540 } },
          { action: 'travel', args: { to: 'Mill Lane', lengthMin: 7, arriveMin: 547 } },
          { action: 'wait', args: { untilMin: 660 } },
          { action: 'meet', args: { person: 'bo', startMin: 660, endMin: 700 } },
        ],
      },
    })
  })

  it('needs no way to where one is, whatever its article', () => {
    const reading = read([{ person: 'Ana', start: 540, end: 600 }])
    expect(reading?.status === 'plan' && reading.plan.steps.map(({ action }) => action)).toEqual(['start', 'meet'])
  })

  it('that comes too late for a window is for the validator to refuse', () => {
    const reading = read([
      { person: 'Ana', start: 540, end: 700 },
      { person: 'Bo', start: 700, end: 730 },
    ])
    if (reading?.status !== 'plan') throw new Error('not read')
    expect(domain?.validate(facts, reading.plan)).toMatchObject({
      status: 'invalid',
      violations: expect.arrayContaining([expect.objectContaining({ constraint: 'available' })]),
    })
  })
})

test.each([
  ['calendar', { day: 'Monday', start: 540 }, 'end: a time of day is wanted, in minutes after midnight'],
  ['calendar', [], 'a calendar plan is a day, a start and an end'],
  ['trip', [{ city: ' ', from: 1, to: 2 }], 'entry 1, city: a name is wanted'],
  ['trip', [], 'a trip has at least one stay'],
  ['meeting', [{ person: 'Bo', start: 1, end: 1441 }], 'entry 1, end: a time of day is wanted'],
])('%s: says what is wrong with %j', (id, written, why) => {
  expect(planningDomains.get(id)?.importPlan(written, [])).toMatchObject({
    status: 'malformed',
    why: expect.stringContaining(why),
  })
})
