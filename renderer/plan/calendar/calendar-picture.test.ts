import { describe, expect, it } from 'vitest'
import type { Fact, FactArgument } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import { calendarAxis } from './calendar-axis.ts'
import { layCalendar } from './calendar-layout.ts'
import { calendarPicture } from './calendar-picture.ts'

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })
const meeting = (day: string, startMin: number, endMin: number): Plan => ({
  domain: 'calendar',
  steps: [{ action: 'meet', args: { day, startMin, endMin } }],
})

const week = [
  fact('participant', 'Ana'),
  fact('participant', 'Ben'),
  fact('duration', 60),
  fact('work_hours', 540, 780),
  fact('days', 'Monday', 'Friday'),
  fact('busy', 'Ana', 'Monday', 540, 660),
  fact('free', 'Ben', 'Monday', 600, 780),
  fact('earliest'),
]

describe('the picture of a calendar', () => {
  it('has a column for each day on offer and a lane for each person', () => {
    const picture = calendarPicture({ plan: meeting('Monday', 660, 720), facts: week })

    expect(picture?.days.map(({ day }) => day)).toEqual(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    expect(picture?.days[0]?.lanes).toEqual([
      { person: 'Ana', blocks: [{ kind: 'busy', fromMin: 540, toMin: 660, factIndices: [5] }] },
      {
        person: 'Ben',
        blocks: [
          { kind: 'not-free', fromMin: 540, toMin: 600, factIndices: [6] },
          { kind: 'free', fromMin: 600, toMin: 780, factIndices: [6] },
        ],
      },
    ])
  })

  it('has every time of the asked length, with what is against it', () => {
    const picture = calendarPicture({ plan: meeting('Monday', 660, 720), facts: week })
    const monday = picture?.days[0]?.candidates ?? []

    expect(monday.map(({ startMin, state }) => [startMin, state])).toEqual([
      [540, 'rejected'],
      [570, 'rejected'],
      [600, 'rejected'],
      [630, 'rejected'],
      [660, 'chosen'],
      [690, 'possible'],
      [720, 'possible'],
    ])
    expect(monday[2]?.label).toBe('Monday, 10:00 to 11:00: not possible. Ana is busy on Monday from 9:00 to 11:00.')
    expect(monday[5]?.label).toContain('the earliest possible time is wanted')
  })

  it('a start that the grid forbids is no choice', () => {
    const picture = calendarPicture({ plan: meeting('Monday', 660, 720), facts: [...week, fact('grid', 60)] })

    expect(picture?.days[0]?.candidates.map(({ startMin }) => startMin)).toEqual([540, 600, 660, 720])
  })

  it('a proposal that is off the grid or not on offer is shown all the same', () => {
    const picture = calendarPicture({ plan: meeting('Sunday', 615, 675), facts: week })

    expect(picture?.axis.days.at(-1)).toBe('Sunday')
    expect(picture?.days.at(-1)?.candidates.map(({ startMin, state }) => [startMin, state])).toEqual([[615, 'chosen']])
  })

  it('a taken time of another day is left out', () => {
    const picture = calendarPicture({
      plan: meeting('Monday', 540, 600),
      facts: [fact('day', 'Monday'), fact('busy', 'Ana', 'Friday', 540, 600)],
    })

    expect(picture?.days).toMatchObject([{ day: 'Monday', lanes: [{ person: 'Ana', blocks: [] }] }])
  })

  it('puts the same time of the same day at the same place on a shared axis', () => {
    const plans = [
      { plan: meeting('Monday', 540, 600), facts: week },
      { plan: meeting('Saturday', 1020, 1080), facts: week.slice(0, 5) },
    ]
    const axis = calendarAxis(plans)
    const [one, other] = plans.map((problem) => {
      const picture = calendarPicture({ ...problem, axis })
      return picture === undefined ? undefined : layCalendar(picture, 600)
    })

    expect(one?.bands.flat().map(({ x }) => x)).toEqual(other?.bands.flat().map(({ x }) => x))
    expect(one?.bands[0]?.[0]?.at(600)).toBe(other?.bands[0]?.[0]?.at(600))
  })

  it('keeps seven people and five days apart, narrow and wide', () => {
    const people = ['Ana', 'Ben', 'Cyrus', 'Dagmar', 'Elisabetta', 'Fatoumata', 'Gwendoline']
    const facts = [...people.map((name) => fact('participant', name)), ...week.slice(2)]
    const picture = calendarPicture({ plan: meeting('Monday', 660, 720), facts })
    if (picture === undefined) throw new Error('no picture')
    for (const width of [300, 420, 620, 1200]) {
      const { bands, nameWidth, points } = layCalendar(picture, width)
      for (const band of bands) {
        for (const [index, day] of band.entries()) {
          expect(day.width).toBeGreaterThan(80)
          expect(day.x).toBeGreaterThanOrEqual(index === 0 ? nameWidth : (band[index - 1]?.x ?? 0) + day.width)
          expect(day.x + day.width).toBeLessThanOrEqual(width)
        }
      }
      expect(points.flatMap(({ boxes }) => boxes).every((box) => box.width >= 4)).toBe(true)
    }
  })
})
