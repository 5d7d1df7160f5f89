import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../base/random.ts'
import { checkFacts } from '../planning/check-facts.ts'
import type { Fact } from '../planning/fact.ts'
import type { Plan } from '../planning/plan.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import { planningDomains } from './registry.ts'

const domains = [...planningDomains.values()]

/** Facts as a careless model or person might write them: known and unknown predicates, arguments of any kind. */
function wildFacts({ factSchema }: PlanningDomain): fc.Arbitrary<Fact[]> {
  const names = factSchema.predicates.map(({ name }) => name)
  const words = fc.constantFrom(
    'Ana',
    'ana',
    'everyone',
    'Monday',
    'monday',
    'the 3rd',
    '',
    ' ',
    "O'Hara",
    'Ω',
    '__proto__',
  )
  const numbers = fc.constantFrom(-1, 0, 1, 2, 3, 15, 540, 600, 1440, 1441, 1.5, Number.NaN, 1e9)
  const argument = fc.oneof(words, numbers, fc.constant(null))
  const fitting = fc
    .constantFrom(...factSchema.predicates)
    .chain(({ name, args }) =>
      fc.tuple(...args.map(() => argument)).map((values) => ({ predicate: name, args: values })),
    )
  const any = fc.record({
    predicate: fc.constantFrom(...names, 'weather', '', 'constructor'),
    args: fc.array(argument, { maxLength: 5 }),
  })
  return fc.array(fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: any }), { maxLength: 14 })
}

const wildPlans: fc.Arbitrary<Plan> = fc.record({
  domain: fc.constantFrom('calendar', 'trip', 'meeting', 'other'),
  steps: fc.array(
    fc.record({
      action: fc.constantFrom('meet', 'stay', 'fly', 'start', 'travel', 'wait', 'dance'),
      args: fc.dictionary(
        fc.constantFrom(
          'day',
          'startMin',
          'endMin',
          'city',
          'fromDay',
          'toDay',
          'person',
          'place',
          'timeMin',
          'untilMin',
        ),
        fc.oneof(fc.constantFrom('Monday', 'Ana', 'Linz'), fc.integer({ min: -1, max: 1500 })),
      ),
    }),
    { maxLength: 4 },
  ),
})

test.each(domains)('$id: no facts and no plan are too wild', (domain) => {
  fc.assert(
    fc.property(wildFacts(domain), wildPlans, (facts, plan) => {
      domain.lint(facts)
      domain.validate(facts, plan)
      domain.exportPlan(plan)
      domain.concerns(plan, facts)
      domain.describe(plan, facts, 'plain')
      domain.describe(plan, facts, 'benchmark')
      for (const fact of facts) expect(domain.readFact(fact)).not.toContain('undefined')
      for (const { args } of domain.solverFacts(facts)) {
        for (const argument of args) expect(typeof argument === 'string' || Number.isInteger(argument)).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

test.each(domains)('$id: random problems are well formed, and the same for the same seed', (domain) => {
  for (let seed = 0; seed < 100; seed++) {
    const facts = domain.generate(createRandom(seed), seed / 99)
    expect(checkFacts(domain.factSchema, facts)).toEqual([])
    expect(domain.generate(createRandom(seed), seed / 99)).toEqual(facts)
  }
})

test.each(domains)('$id: every fact has words of its own', (domain) => {
  const kinds = { person: 'Ana', place: 'Pier Two', city: 'Linz', area: 'Uplands', day: 'Monday' }
  const example = (kind: string): string | number => Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? 60
  const words = domain.factSchema.predicates.map(({ name, args }) =>
    domain.readFact({ predicate: name, args: args.map(({ kind }) => example(kind)) }),
  )
  expect(new Set(words).size).toBe(words.length)
  expect(words.filter((each) => each.includes('('))).toEqual([])
})

test.each(domains)('$id: the facts of the rules have names of their own', (domain) => {
  const stated = new Set(domain.factSchema.predicates.map(({ name }) => name))
  const own = domain.solverFacts(domain.generate(createRandom(1), 1)).map(({ predicate }) => predicate)
  expect(own.filter((name) => stated.has(name))).toEqual([])
})
