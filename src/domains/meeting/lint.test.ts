import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Fact } from '../../planning/fact.ts'
import { generateMeeting } from './generate.ts'
import { lintMeeting } from './lint.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })
const whole = [
  fact('start', 'the station', 540),
  fact('available', 'Ana', 'Pier Two', 600, 720),
  fact('meet_min', 'ana', 60),
  fact('travel', 'Station', 'Pier Two', 10),
]
const codes = (...facts: Fact[]) => lintMeeting(facts).map(({ severity, code }) => `${severity} ${code}`)
const without = (predicate: string) => whole.filter((each) => each.predicate !== predicate)

test('nothing is said about a whole problem', () => {
  expect(codes(...whole)).toEqual([])
})

test.each<[string, Fact[]]>([
  ['error missing-start', without('start')],
  ['error missing-available', without('available')],
  ['error missing-duration', without('meet_min')],
  ['error missing-travel', without('travel')],
  ['error contradiction', [...whole, fact('start', 'the station', 600)]],
  ['error contradiction', [...whole, fact('travel', 'the station', 'Pier Two', 12)]],
  ['error contradiction', [...whole, fact('meet_min', 'Ana', 30)]],
  ['error empty-interval', [...whole, fact('available', 'Ana', 'Pier Two', 720, 600)]],
  ['warning window-too-short', [...whole, fact('available', 'Ana', 'Pier Two', 720, 750)]],
  ['error unknown-person', [...whole, fact('meet_min', 'Bo', 30)]],
  ['error unknown-area', [...whole, fact('travel_within', 'north', 30)]],
  ['error circle', [...whole, fact('travel', 'Pier Two', 'pier two', 5)]],
  ['error wrong-argument', [...whole, fact('start', 'the station', 'dawn')]],
])('complains: %s', (complaint, facts) => {
  expect(codes(...facts)).toContain(complaint)
})

test('blames the start where nothing at all can be reached from it', () => {
  const apart = [fact('start', 'Moon', 540), ...without('start'), fact('available', 'Bo', 'Station', 600, 720)]
  const cutOff = lintMeeting(apart).filter(({ code }) => code === 'missing-travel')

  expect(cutOff.map(({ factIndices }) => factIndices)).toEqual([[0], [0]])
})

test('random problems are whole', () => {
  for (let seed = 0; seed < 300; seed++) {
    const found = lintMeeting(generateMeeting(createRandom(seed), seed / 300))
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
  }
})
