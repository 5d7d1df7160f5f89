import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Fact } from '../../planning/fact.ts'
import { mostMeetings } from '../test/meeting-brute-force.ts'
import { createTauSolver } from '../test/tau-solve.ts'
import { meetingDomain } from './domain.ts'
import { exportMeetingPlan } from './plan.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })

test('on 2,000 random problems the rules meet as many as any order does', { timeout: 120_000 }, async () => {
  const solver = await createTauSolver(meetingDomain)
  let solved = 0
  for (let seed = 0; seed < 2000; seed++) {
    const facts = meetingDomain.generate(createRandom(seed), (seed % 4) / 12)
    const { answer } = await solver.solve(facts)
    const found = answer === null ? 0 : exportMeetingPlan(meetingDomain.readPlan(answer)).length
    expect(found, `seed ${seed}`).toBe(mostMeetings(facts))
    if (answer === null) continue
    solved++
    const verdict = meetingDomain.validate(facts, meetingDomain.readPlan(answer))
    expect(verdict, `seed ${seed}`).toMatchObject({ status: 'valid' })
  }
  expect(solved).toBeGreaterThan(1000)
  expect(solved).toBeLessThan(1990)
})

const base = [
  fact('start', 'the station', 540),
  fact('available', 'Ana', 'Pier Two', 600, 720),
  fact('available', 'Bo', 'Mill Lane', 540, 720),
  fact('meet_min', null, 60),
  fact('travel_default', 10),
]

async function answerTo(...facts: Fact[]): Promise<string> {
  const { answer } = await (await createTauSolver(meetingDomain)).solve(facts)
  return answer ? meetingDomain.describe(meetingDomain.readPlan(answer), facts, 'plain') : 'none'
}

test('meets everyone as early as possible for as long as is wanted', async () => {
  expect(await answerTo(...base)).toBe(
    [
      '9:00: start at the station.',
      'Travel to Mill Lane: 10 minutes, there at 9:10.',
      '9:10 to 10:10: meet Bo.',
      'Travel to Pier Two: 10 minutes, there at 10:20.',
      '10:20 to 11:20: meet Ana.',
    ].join('\n'),
  )
})

test('one who can be met in several windows is met once', async () => {
  const facts = [...base.slice(0, 2), fact('available', 'ana', 'Pier Two', 780, 900), ...base.slice(3)]
  expect(await answerTo(...facts)).toContain('10:00 to 11:00: meet Ana.')
  expect((await answerTo(...facts)).match(/meet/g)).toHaveLength(1)
})

test('a length of one’s own goes before that of everyone', async () => {
  expect(await answerTo(...base, fact('meet_min', 'Bo', 15))).toContain('9:10 to 9:25: meet Bo.')
})

test('an open window lasts from the beginning to the end of the day', async () => {
  const facts = [...base.slice(0, 1), ...base.slice(3), fact('available', 'Cy', 'Station', null, null)]
  expect(await answerTo(...facts)).toBe('9:00: start at the station.\n9:00 to 10:00: meet Cy.')
})

test('without a start the day begins where the first meeting is', async () => {
  expect(await answerTo(...base.slice(1))).toMatch(/^0:00: start at Mill Lane.\nWait until 9:00./)
})

test.each<[string, Fact[]]>([
  ['nobody has time', [base[0] ?? fact('start'), fact('available', 'Ana', 'Pier Two', 540, 570), ...base.slice(3)]],
  ['nobody knows the way', base.slice(0, 4)],
  ['there are two starts', [...base, fact('start', 'Pier Two', 540)]],
  ['there is nobody', base.slice(0, 1)],
])('nobody is met where %s', async (_, facts) => {
  expect(await answerTo(...facts)).toBe('none')
})

test('facts that nobody knows change nothing', async () => {
  const strange = [fact('weather'), fact('available', 5, 'Pier Two', 'noon', null), fact('travel', 'Pier Two', 'x', -3)]
  expect(await answerTo(...base, ...strange)).toBe(await answerTo(...base))
})

test('more people than the rules know are refused', async () => {
  const facts = Array.from({ length: 31 }, (_, index) => fact('available', `Person ${index}`, 'Pier Two', 540, 600))
  await expect(answerTo(...base, ...facts)).rejects.toMatchObject({ code: 'unsupported' })
})
