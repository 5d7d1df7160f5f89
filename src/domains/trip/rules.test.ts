import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Fact } from '../../planning/fact.ts'
import { createTauSolver } from '../test/tau-solve.ts'
import { allTrips } from '../test/trip-brute-force.ts'
import { tripDomain } from './domain.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })

test('on 2,000 random problems the rules answer as trying every order does', { timeout: 120_000 }, async () => {
  const solver = await createTauSolver(tripDomain)
  let solved = 0
  for (let seed = 0; seed < 2000; seed++) {
    const facts = tripDomain.generate(createRandom(seed), (seed % 5) / 12)
    const { answer } = await solver.solve(facts)
    const found = answer && tripDomain.exportPlan(tripDomain.readPlan(answer))
    expect(found, `seed ${seed}`).toEqual(allTrips(facts)[0] ?? null)
    if (answer === null) continue
    solved++
    expect(tripDomain.validate(facts, tripDomain.readPlan(answer)).status, `seed ${seed}`).toBe('valid')
  }
  expect(solved).toBeGreaterThan(1000)
  expect(solved).toBeLessThan(1900)
})

const base = [fact('stay', 'Linz', 3), fact('stay', 'Ghent', 2), fact('flight', 'Linz', 'ghent')]

async function answerTo(...facts: Fact[]): Promise<string> {
  const { answer } = await (await createTauSolver(tripDomain)).solve(facts)
  return answer ? JSON.stringify(tripDomain.exportPlan(tripDomain.readPlan(answer))) : 'none'
}

const linzFirst = '[{"city":"Linz","from":1,"to":3},{"city":"Ghent","from":3,"to":4}]'
const ghentFirst = '[{"city":"Ghent","from":1,"to":2},{"city":"Linz","from":2,"to":4}]'

test('cities are tried in the order they are stated', async () => {
  expect(await answerTo(...base)).toBe(linzFirst)
})

test('an event for part of a stay leaves room around it', async () => {
  expect(await answerTo(...base, fact('event', 'LINZ', 4, 4))).toBe(ghentFirst)
})

test('the last city is last', async () => {
  expect(await answerTo(...base, fact('last_city', 'Linz'))).toBe(ghentFirst)
})

test('a one-way flight is not taken back', async () => {
  const facts = [fact('stay', 'Linz', 3), fact('stay', 'Ghent', 2), fact('flight_oneway', 'Ghent', 'Linz')]
  expect(await answerTo(...facts)).toBe(ghentFirst)
})

test('where nothing is said about flights all cities are connected', async () => {
  expect(await answerTo(...base.slice(0, 2))).toBe(linzFirst)
})

test.each<[string, Fact[]]>([
  ['another number of days', [fact('total_days', 5)]],
  ['two lengths of one stay', [fact('stay', 'linz', 4)]],
  ['an event in a city that is not visited', [fact('event', 'Varna', 1, 1)]],
  ['a first city that is not visited', [fact('first_city', 'Varna')]],
  ['an event longer than the stay', [fact('event', 'Ghent', 1, 3)]],
])('no trip has %s', async (_, facts) => {
  expect(await answerTo(...base, ...facts)).toBe('none')
})

test('without any city there is no trip', async () => {
  expect(await answerTo()).toBe('none')
})

test('facts that nobody knows change nothing', async () => {
  expect(await answerTo(...base, fact('weather'), fact('stay', 'Varna', 'two'), fact('event', null, 1, 2))).toBe(
    linzFirst,
  )
})

test('more cities than the rules know are refused', async () => {
  const facts = Array.from({ length: 31 }, (_, index) => fact('stay', `City ${index}`, 2))
  await expect(answerTo(...facts)).rejects.toMatchObject({ code: 'unsupported' })
})
