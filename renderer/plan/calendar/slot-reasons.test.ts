import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/base/random.ts'
import { generateCalendar } from '../../../src/domains/calendar/generate.ts'
import { calendarPlan } from '../../../src/domains/calendar/plan.ts'
import { validateCalendar } from '../../../src/domains/calendar/validate.ts'
import type { Fact, FactArgument } from '../../../src/planning/fact.ts'
import { readCalendarFacts } from './calendar-facts.ts'
import { slotReasons } from './slot-reasons.ts'

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })

function reasons(facts: readonly Fact[], [startMin, endMin]: readonly [number, number], day = 'Monday'): string[] {
  return slotReasons(readCalendarFacts(facts), { day, startMin, endMin }).map(({ words }) => words)
}

describe('what is against a time', () => {
  it('is who is busy in it', () => {
    const busy = fact('busy', 'Ana', 'Monday', 540, 600)

    expect(reasons([busy], [570, 630])).toEqual(['Ana is busy on Monday from 9:00 to 10:00'])
    expect(reasons([busy], [600, 660])).toEqual([])
    expect(reasons([busy], [570, 630], 'Tuesday')).toEqual([])
  })

  it('is a length of time that someone is busy for', () => {
    expect(reasons([fact('busy_for', null, null, 600, 45)], [630, 660])).toEqual([
      'everyone is busy every day from 10:00 to 10:45',
    ])
  })

  it('is a bound of the day and a day that is not wanted', () => {
    const facts = [
      fact('not_before', 'Ben', null, 600),
      fact('not_after', null, 'Monday', 660),
      fact('not_on', 'Cy', 'Monday'),
    ]

    expect(reasons(facts, [570, 690])).toEqual([
      'the meeting must not begin before 10:00 for Ben',
      'the meeting on Monday must be over by 11:00',
      'Cy does not want to meet on Monday',
    ])
  })

  it('is every minute outside of the windows of someone who names any; windows that touch add up', () => {
    const facts = [fact('free', 'Ana', 'Monday', 540, 600), fact('free', 'Ana', 'Monday', 600, 660)]

    expect(reasons(facts, [570, 630])).toEqual([])
    expect(reasons(facts, [630, 690])).toEqual([
      'Ana is free on Monday only from 9:00 to 10:00 and from 10:00 to 11:00',
    ])
    expect(reasons(facts, [570, 630], 'Tuesday')).toEqual(['Ana is not free on Tuesday'])
  })

  it('is never a fact of another shape', () => {
    expect(reasons([fact('busy', 'Ana', 'Monday', 'nine', 600), fact('busy', 'Ana', 'Monday')], [540, 600])).toEqual([])
  })

  it('is what the validator finds against it too, and the validator finds nothing more', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const facts = generateCalendar(createRandom(seed), 0.6)
      const read = readCalendarFacts(facts)
      const length = read.durationMin ?? 30
      for (const day of read.days) {
        for (let start = read.hours.from; start + length <= read.hours.to; start += 45) {
          const slot = { day, startMin: start, endMin: start + length }
          const verdict = validateCalendar(facts, calendarPlan({ day, start, end: start + length }))
          const found = verdict.status === 'invalid' ? verdict.violations : []
          const against = found.filter(({ constraint }) => !['earliest', 'latest', 'grid'].includes(constraint))
          expect({ seed, day, start, is: slotReasons(read, slot).length > 0 }).toEqual({
            seed,
            day,
            start,
            is: against.length > 0,
          })
        }
      }
    }
  })
})
