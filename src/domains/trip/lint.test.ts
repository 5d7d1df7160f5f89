import { expect, test } from 'vitest'
import type { Fact } from '../../planning/fact.ts'
import { lintTrip } from './lint.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })
const whole = [
  fact('total_days', 4),
  fact('stay', 'Linz', 3),
  fact('stay', 'Ghent', 2),
  fact('flight', 'Linz', 'Ghent'),
  fact('event', 'linz', 1, 2),
]
const codes = (...facts: Fact[]) => lintTrip(facts).map(({ severity, code }) => `${severity} ${code}`)
const without = (predicate: string) => whole.filter((each) => each.predicate !== predicate)

test('nothing is said about a whole problem', () => {
  expect(codes(...whole)).toEqual([])
})

test.each<[string, Fact[]]>([
  ['error missing-stay', without('stay')],
  ['doubt missing-flight', without('flight')],
  ['error contradiction', [...whole, fact('stay', 'Linz', 4)]],
  ['error contradiction', [...whole, fact('total_days', 5)]],
  ['error contradiction', [...whole, fact('first_city', 'Linz'), fact('first_city', 'Ghent')]],
  ['error contradiction', [...whole, fact('last_city', 'Linz'), fact('last_city', 'Ghent')]],
  ['error contradiction', [...whole, fact('first_city', 'Linz'), fact('last_city', 'Linz')]],
  ['error unknown-city', [...whole, fact('event', 'Varna', 1, 2)]],
  ['error circle', [...whole, fact('flight', 'Ghent', 'ghent')]],
  ['error missing-flight', [...whole, fact('stay', 'Varna', 2)]],
  ['warning unknown-city', [...whole, fact('flight_oneway', 'Linz', 'Varna')]],
  ['doubt total-days', [...without('total_days'), fact('total_days', 9)]],
  ['doubt event-too-long', [...whole, fact('event', 'Ghent', 1, 3)]],
  ['error empty-interval', [...whole, fact('event', 'Ghent', 3, 2)]],
  ['error wrong-argument', [...whole, fact('stay', 'Ghent', 0)]],
])('complains: %s', (complaint, facts) => {
  expect(codes(...facts)).toContain(complaint)
})
