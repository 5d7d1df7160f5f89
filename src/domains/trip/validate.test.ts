import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Fact } from '../../planning/fact.ts'
import { allTrips } from '../test/trip-brute-force.ts'
import { generateTrip } from './generate.ts'
import { type Stay, tripPlan } from './plan.ts'
import { validateTrip } from './validate.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })
const base = [
  fact('stay', 'Linz', 3),
  fact('stay', 'Ghent', 2),
  fact('stay', 'Varna', 4),
  fact('flight', 'Linz', 'Ghent'),
  fact('flight_oneway', 'Ghent', 'Varna'),
]
const stay = (city: string, from: number, to: number): Stay => ({ city, from, to })
const good = [stay('Linz', 1, 3), stay('Ghent', 3, 4), stay('Varna', 4, 7)]

function judge(stays: Stay[], ...extra: Fact[]): string[] {
  const verdict = validateTrip([...base, ...extra], tripPlan(stays))
  if (verdict.status !== 'invalid') return [verdict.status]
  return verdict.violations.map(({ constraint, factIndex }) => `${constraint} ${factIndex ?? ''}`.trim())
}

test('a trip that keeps everything is valid', () => {
  const kept = [fact('total_days', 7), fact('event', 'ghent', 3, 4), fact('first_city', 'Linz')]
  expect(judge(good, ...kept)).toEqual(['valid'])
})

test.each<[string, Stay[], Fact[]]>([
  ['stay 0', [stay('Linz', 1, 2), stay('Ghent', 2, 3), stay('Varna', 3, 6)], []],
  ['stay 2', good.slice(0, 2), []],
  ['total_days 5', good, [fact('total_days', 8)]],
  ['event 5', good, [fact('event', 'Ghent', 3, 5)]],
  ['event 5', good, [fact('event', 'Ghent', 2, 3)]],
  ['event 5', good, [fact('event', 'Bergen', 1, 1)]],
  ['first_city 5', good, [fact('first_city', 'Ghent')]],
  ['last_city 5', good, [fact('last_city', 'Linz')]],
  ['flight', [stay('Varna', 1, 4), stay('Ghent', 4, 5), stay('Linz', 5, 7)], []],
  ['flight', [stay('Ghent', 1, 2), stay('Linz', 2, 4), stay('Varna', 4, 7)], []],
  ['first-day', [stay('Linz', 2, 4), stay('Ghent', 4, 5), stay('Varna', 5, 8)], []],
  ['flight-day', [stay('Linz', 1, 3), stay('Ghent', 4, 5), stay('Varna', 5, 8)], []],
  ['every-city-once', [...good, stay('Linz', 7, 9)], []],
  ['unknown-city', [...good, stay('Bergen', 7, 9)], []],
  ['days', [stay('Linz', 1, 0), stay('Ghent', 0, 1), stay('Varna', 1, 4)], []],
])('names the broken constraint: %s', (constraint, stays, extra) => {
  expect(judge(stays, ...extra)).toContain(constraint)
})

test('all cities are connected where a fact says so', () => {
  const turned = [stay('Varna', 1, 4), stay('Linz', 4, 6), stay('Ghent', 6, 7)]
  expect(judge(turned, fact('all_connected'))).toEqual(['valid'])
})

test('a flight that links no stays is no plan', () => {
  const plan = tripPlan(good)
  const steps = [...plan.steps, { action: 'fly', args: { from: 'Varna', to: 'Linz', day: 7 } }]
  expect(validateTrip(base, { ...plan, steps })).toMatchObject({ violations: [{ constraint: 'plan-form' }] })
})

test('a fact of the wrong shape leaves the verdict open', () => {
  expect(judge(good, fact('event', 'Ghent', 'three', 4))).toEqual(['unknown'])
})

test('judges any order of the cities as trying every order does', () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(seeds, seeds, (seed, other) => {
      const facts = generateTrip(createRandom(seed), 0.2)
      const trips = allTrips(facts)
      const cities = facts.filter(({ predicate }) => predicate === 'stay')
      let day = 1
      const shuffled = createRandom(other)
        .shuffle(cities)
        .map(({ args: [city, days] }) => {
          const from = day
          day += Number(days) - 1
          return stay(String(city), from, day)
        })
      const candidate = other % 2 === 0 ? (trips[0] ?? shuffled) : shuffled
      const fits = trips.some((trip) => JSON.stringify(trip) === JSON.stringify(candidate))
      expect(validateTrip(facts, tripPlan(candidate)).status).toBe(fits ? 'valid' : 'invalid')
    }),
    { numRuns: 300 },
  )
})
