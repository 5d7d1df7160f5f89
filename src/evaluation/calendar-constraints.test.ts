import { describe, expect, it } from 'vitest'
import { type CalendarConstraints, calendarProblem, calendarSlots } from './calendar-constraints.ts'

const problem: CalendarConstraints = {
  participants: ['Wilma', 'Bruno'],
  days: ['Monday', 'Tuesday'],
  work: [540, 720],
  durationMin: 60,
  busy: [{ who: 'Wilma', day: 'Monday', start: 540, end: 615 }],
  hard_preferences: [
    { who: 'Bruno', kind: 'not_after', day: 'Monday', time: 690 },
    { who: 'Bruno', kind: 'not_before', time: 570 },
  ],
  objective: 'any',
}
const on = (day: string, start: unknown, end: unknown) => calendarProblem(problem, { day, start, end })

describe('the judge of a calendar', () => {
  it('accepts what nothing stands in the way of, to the minute', () => {
    expect(on('Monday', 615, 675)).toBeUndefined()
    expect(on('mon', '10:30', '11:30')).toBeUndefined()
    expect(on('Tuesday', 570, 630)).toBeUndefined()
  })

  it('names what is wrong', () => {
    expect(on('Monday', 614, 674)).toBe('clashes')
    expect(on('Monday', 631, 691)).toBe('clashes')
    expect(on('Tuesday', 569, 629)).toBe('clashes')
    expect(on('Tuesday', 661, 721)).toBe('clashes')
    expect(on('Monday', 615, 645)).toBe('wrong length')
    expect(on('Friday', 615, 675)).toBe('day not offered')
    expect(calendarProblem(problem, null)).toBe('unreadable plan')
  })

  it('holds a start to the grid, where there is one', () => {
    const plan = { day: 'Monday', start: 620, end: 680 }

    expect(calendarProblem({ ...problem, gridMin: 15 }, plan)).toBe('clashes')
    expect(calendarProblem({ ...problem, gridMin: 10 }, plan)).toBeUndefined()
  })

  it('wants the best slot where one is asked for', () => {
    expect(calendarSlots({ ...problem, objective: 'earliest' })).toEqual([{ day: 0, start: 615 }])
    expect(calendarSlots({ ...problem, objective: 'latest' })).toEqual([{ day: 1, start: 660 }])
    const plan = { day: 'Tuesday', start: 660, end: 720 }
    expect(calendarProblem({ ...problem, objective: 'latest' }, plan)).toBeUndefined()
    expect(calendarProblem({ ...problem, objective: 'earliest' }, plan)).toBe('not the earliest')
  })

  it('keeps a whole day free for who does not want it', () => {
    const constraints = { ...problem, hard_preferences: [{ who: 'Bruno', kind: 'not_on' as const, day: 'Tuesday' }] }

    expect(calendarSlots(constraints).every(({ day }) => day === 0)).toBe(true)
  })
})
