import { expect, test } from 'vitest'
import { tripDomain } from './domain.ts'
import { tripPlan } from './plan.ts'

const stays = [
  { city: 'Linz', from: 1, to: 3 },
  { city: 'Ghent', from: 3, to: 3 },
]
const plan = tripPlan(stays)

test('writes the benchmark answer to the letter', () => {
  expect(tripDomain.describe(plan, [], 'benchmark')).toBe(
    [
      'Here is the trip plan for visiting the 2 European cities for 3 days:',
      '',
      '**Day 1-3:** Arriving in Linz and visit Linz for 3 days.',
      '**Day 3:** Fly from Linz to Ghent.',
      '**Day 3-3:** Visit Ghent for 1 days.',
    ].join('\n'),
  )
})

test('says it in plain words', () => {
  expect(tripDomain.describe(plan, [], 'plain')).toBe(
    'Days 1 to 3: Linz, 3 days. Fly to Ghent on day 3.\nDay 3: Ghent, 1 day.',
  )
})

test('exports the stays', () => {
  expect(tripDomain.exportPlan(plan)).toEqual(stays)
})

test('an answer of another shape is refused', () => {
  expect(() => tripDomain.readPlan({ Stays: { type: 'atom', name: 'home' } })).toThrow('another shape')
})

test.each([
  ['the whole trip takes 1 day', 'total_days', [1]],
  ['Linz is visited for 3 days', 'stay', ['Linz', 3]],
  ['one must be in Linz from day 2 to day 4', 'event', ['Linz', 2, 4]],
  ['one must be in Linz on day 2', 'event', ['Linz', 2, 2]],
  ['there are direct flights between Linz and Ghent', 'flight', ['Linz', 'Ghent']],
  ['there is a direct flight from Linz to Ghent', 'flight_oneway', ['Linz', 'Ghent']],
  ['every two cities have direct flights', 'all_connected', []],
  ['the trip begins in Linz', 'first_city', ['Linz']],
  ['the trip ends in Linz', 'last_city', ['Linz']],
  ['stay(Linz, )', 'stay', ['Linz', null]],
])('reads a fact aloud: %s', (words, predicate, args) => {
  expect(tripDomain.readFact({ predicate, args })).toBe(words)
})
