import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import { wellFormedFacts } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import { placeKey } from '../names.ts'
import { meetingFacts } from './facts.ts'
import { generateMeeting } from './generate.ts'
import { createTravelJudge } from './judge-travel.ts'
import { travelTable } from './travel.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })

/** Both readings of the rules of travel, which must agree. */
function bothReadings(facts: readonly Fact[]): (from: string, to: string) => number {
  const table = travelTable(wellFormedFacts(meetingFacts, facts))
  const judge = createTravelJudge(facts)
  return (from, to) => {
    const length = table.minutes(placeKey(from), placeKey(to))
    expect(judge(from, to) ?? Number.POSITIVE_INFINITY).toBe(length)
    return length
  }
}

const areas = [
  fact('area', 'A', 'north'),
  fact('area', 'B', 'north'),
  fact('area', 'C', 'south'),
  fact('area', 'D', 'west'),
]

test.each<[string, [number, string, string], Fact[]]>([
  ['the pair’s own way', [7, 'A', 'B'], [fact('travel', 'A', 'B', 7), fact('travel', 'B', 'A', 9)]],
  ['the way back', [7, 'B', 'A'], [fact('travel', 'A', 'B', 7)]],
  [
    'a longer way of its own before a detour',
    [60, 'A', 'C'],
    [fact('travel', 'A', 'C', 60), fact('travel_default', 5)],
  ],
  ['the default', [5, 'A', 'C'], [fact('travel_default', 5), fact('travel', 'A', 'B', 7), fact('start', 'C', 540)]],
  ['a place before the default', [20, 'A', 'B'], [fact('travel_at', 'B', 20), fact('travel_default', 5), ...areas]],
  ['the slower of two places', [30, 'A', 'B'], [fact('travel_at', 'B', 20), fact('travel_at', 'A', 30)]],
  ['stops along a line', [12, 'A', 'C'], [fact('travel', 'A', 'B', 5), fact('travel', 'C', 'B', 7)]],
  ['any way within an area', [4, 'A', 'B'], [...areas, fact('travel_within', null, 4)]],
  ['the area’s own way', [3, 'A', 'B'], [...areas, fact('travel_within', null, 4), fact('travel_within', 'North', 3)]],
  ['any way across', [9, 'A', 'C'], [...areas, fact('travel_across', null, null, 9), fact('travel_within', null, 4)]],
  [
    'one area to any other',
    [8, 'D', 'A'],
    [...areas, fact('travel_across', null, null, 9), fact('travel_across', 'west', null, 8)],
  ],
  [
    'two areas',
    [6, 'C', 'A'],
    [...areas, fact('travel_across', 'south', null, 8), fact('travel_across', 'north', 'south', 6)],
  ],
  [
    'a pair before its areas',
    [2, 'A', 'B'],
    [...areas, fact('travel_within', null, 4), fact('travel', 'the a', 'B', 2)],
  ],
  ['no way at all', [Number.POSITIVE_INFINITY, 'A', 'D'], [fact('travel', 'A', 'B', 5), ...areas]],
  ['no way to where one is', [0, 'A', 'the A'], [fact('travel_default', 5)]],
])('takes %s', (_, [length, from, to], facts) => {
  expect(bothReadings(facts)(from, to)).toBe(length)
})

test('the rules and the validator read travel alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const facts = generateMeeting(createRandom(seed), 0.6)
      const places = facts.flatMap(({ predicate, args }) => (predicate === 'available' ? [String(args[1])] : []))
      const minutes = bothReadings(facts)
      for (const from of places) for (const to of places) minutes(from, to)
    }),
    { numRuns: 150 },
  )
})
