import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Fact } from '../../planning/fact.ts'
import { allCalendarSlots } from '../test/calendar-brute-force.ts'
import { createTauSolver } from '../test/tau-solve.ts'
import { calendarDomain } from './domain.ts'
import { calendarSlot } from './plan.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })

test('on 2,000 random problems the rules answer as trying every minute does', { timeout: 120_000 }, async () => {
  const solver = await createTauSolver(calendarDomain)
  let solved = 0
  for (let seed = 0; seed < 2000; seed++) {
    const facts = calendarDomain.generate(createRandom(seed), (seed % 4) / 10)
    const { answer } = await solver.solve(facts)
    const slots = allCalendarSlots(facts)
    const wanted = facts.some(({ predicate }) => predicate === 'latest') ? slots.at(-1) : slots[0]
    const found = answer && calendarSlot(calendarDomain.readPlan(answer))
    expect(found, `seed ${seed}`).toEqual(wanted ?? null)
    if (answer === null) continue
    solved++
    expect(calendarDomain.validate(facts, calendarDomain.readPlan(answer)).status, `seed ${seed}`).toBe('valid')
  }
  expect(solved).toBeGreaterThan(600)
  expect(solved).toBeLessThan(1800)
})

const base = [fact('participant', 'Ana'), fact('duration', 60), fact('work_hours', 540, 1020), fact('day', 'Monday')]

async function answerTo(...facts: Fact[]): Promise<string> {
  const { answer } = await (await createTauSolver(calendarDomain)).solve(facts)
  return answer ? calendarDomain.describe(calendarDomain.readPlan(answer), facts, 'plain') : 'none'
}

test('without a wish the earliest time is taken', async () => {
  expect(await answerTo(...base, fact('busy', 'Ana', 'Monday', 540, 607))).toBe('Meet on Monday from 10:07 to 11:07.')
})

test('the latest time ends where the next busy stretch begins', async () => {
  const facts = [...base, fact('latest'), fact('busy', 'Ana', null, 990, null)]
  expect(await answerTo(...facts)).toBe('Meet on Monday from 15:30 to 16:30.')
})

test('a stated grid moves the start to its next multiple', async () => {
  const facts = [...base, fact('grid', 30), fact('busy', 'Ana', 'monday', 540, 605)]
  expect(await answerTo(...facts)).toBe('Meet on Monday from 10:30 to 11:30.')
})

test('days are tried in the order of the week', async () => {
  const facts = [fact('duration', 60), fact('day', 'Thursday'), fact('day', 'Tuesday')]
  expect(await answerTo(...facts)).toBe('Meet on Tuesday from 9:00 to 10:00.')
})

test('a range of days runs over the weekend in its own order', async () => {
  const facts = [fact('duration', 60), fact('days', 'Saturday', 'Monday'), fact('not_on', null, 'Saturday')]
  expect(await answerTo(...facts)).toBe('Meet on Sunday from 9:00 to 10:00.')
})

test('without a day on offer the days that are spoken of are taken', async () => {
  const facts = [fact('duration', 60), fact('busy', 'Ana', 'Friday', 540, 600)]
  expect(await answerTo(...facts)).toBe('Meet on Friday from 10:00 to 11:00.')
})

test('free windows beyond office hours widen them where none are stated', async () => {
  const facts = [fact('duration', 60), fact('day', 'Friday'), fact('free', 'Ana', 'Friday', 1080, 1200)]
  expect(await answerTo(...facts)).toBe('Meet on Friday from 18:00 to 19:00.')
})

test('windows of the group and of a person both hold', async () => {
  const facts = [...base, fact('free', 'everyone', null, 540, 720), fact('free', 'Ana', null, 600, 900)]
  expect(await answerTo(...facts)).toBe('Meet on Monday from 10:00 to 11:00.')
})

test('two different lengths have no answer', async () => {
  expect(await answerTo(...base, fact('duration', 30))).toBe('none')
})

test('facts that nobody knows change nothing', async () => {
  const facts = [...base, fact('weather', 'sunny'), fact('busy', 3, 'Monday', 'noon', null), fact('busy')]
  expect(await answerTo(...facts)).toBe('Meet on Monday from 9:00 to 10:00.')
})
