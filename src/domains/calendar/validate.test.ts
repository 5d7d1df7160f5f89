import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Fact } from '../../planning/fact.ts'
import { allCalendarSlots } from '../test/calendar-brute-force.ts'
import { generateCalendar } from './generate.ts'
import { calendarPlan } from './plan.ts'
import { validateCalendar } from './validate.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })
const base = [fact('duration', 60), fact('work_hours', 540, 1020), fact('day', 'Monday'), fact('day', 'Tuesday')]

function judge(extra: Fact[], [day = 'Monday', start = 600, end = 660]: [string?, number?, number?] = []): string[] {
  const verdict = validateCalendar([...base, ...extra], calendarPlan({ day, start, end }))
  if (verdict.status !== 'invalid') return [verdict.status]
  return verdict.violations.map(({ constraint, factIndex }) => `${constraint} ${factIndex ?? ''}`.trim())
}

test('a time that keeps everything is valid', () => {
  const kept = [fact('busy', 'Ana', 'Monday', 660, 720), fact('not_before', null, null, 600), fact('grid', 30)]
  expect(judge(kept)).toEqual(['valid'])
})

test.each<[string, Fact[], [string?, number?, number?]]>([
  ['duration 0', [], ['Monday', 600, 630]],
  ['work_hours 1', [], ['Monday', 510, 570]],
  ['day', [], ['Sunday']],
  ['grid 4', [fact('grid', 15)], ['Monday', 610, 670]],
  ['busy 4', [fact('busy', 'Ana', 'Monday', 659, 720)], []],
  ['busy 4', [fact('busy', 'Ana', null, null, 601)], []],
  ['busy_for 4', [fact('busy_for', 'Ana', 'Monday', 570, 31)], []],
  ['free 4', [fact('free', 'Ana', 'Monday', 601, 720)], []],
  ['free 4', [fact('free', 'Ana', 'Tuesday', null, null)], []],
  ['not_on 4', [fact('not_on', 'Ana', 'monday')], []],
  ['not_before 4', [fact('not_before', null, 'Monday', 601)], []],
  ['not_after 4', [fact('not_after', null, null, 659)], []],
  ['earliest 4', [fact('earliest')], []],
  ['latest 4', [fact('latest')], ['Tuesday', 900, 960]],
  ['time-of-day', [], ['Monday', 600.5, 660.5]],
])('names the broken constraint: %s', (constraint, extra, time) => {
  expect(judge(extra, time)).toContain(constraint)
})

test('office hours are assumed where none are stated', () => {
  const verdict = validateCalendar([fact('day', 'Monday')], calendarPlan({ day: 'Monday', start: 480, end: 540 }))
  expect(verdict.status).toBe('invalid')
})

test('windows that touch add up', () => {
  expect(judge([fact('free', 'Ana', 'Monday', 540, 630), fact('free', 'ana', 'Monday', 630, 720)])).toEqual(['valid'])
})

test('a violation is put into the words of its fact', () => {
  const facts = [...base, fact('busy', 'Ana', 'Monday', 600, 660)]
  const verdict = validateCalendar(facts, calendarPlan({ day: 'Monday', start: 600, end: 660 }))
  expect(verdict).toMatchObject({ violations: [{ words: 'Ana is busy on Monday from 10:00 to 11:00' }] })
})

test('a wish that is missed names a better time', () => {
  const facts = [...base, fact('earliest')]
  const verdict = validateCalendar(facts, calendarPlan({ day: 'Tuesday', start: 600, end: 660 }))
  expect(verdict).toMatchObject({
    violations: [{ words: 'the earliest possible time is wanted, and Monday at 9:00 would do' }],
  })
})

test('a fact of the wrong shape leaves the verdict open', () => {
  expect(judge([fact('busy', 'Ana', 5, 600, 660)])).toEqual(['unknown'])
})

test('a plan of another domain is no calendar plan', () => {
  expect(validateCalendar(base, { domain: 'trip', steps: [] }).status).toBe('invalid')
})

test('judges any time as trying every minute does', () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 })
  const shifts = fc.integer({ min: -240, max: 240 })
  fc.assert(
    fc.property(seeds, shifts, (seed, shift) => {
      const all = generateCalendar(createRandom(seed), 0.3)
      const facts = all.filter(({ predicate }) => predicate !== 'earliest' && predicate !== 'latest')
      const slots = allCalendarSlots(facts)
      const { day, start, end } = slots[seed % slots.length] ?? { day: 'Monday', start: 600, end: 660 }
      const moved = { day, start: start + shift, end: end + shift }
      const good = slots.some((slot) => slot.day === moved.day && slot.start === moved.start && slot.end === moved.end)
      expect(validateCalendar(facts, calendarPlan(moved)).status).toBe(good ? 'valid' : 'invalid')
    }),
    { numRuns: 300 },
  )
})
