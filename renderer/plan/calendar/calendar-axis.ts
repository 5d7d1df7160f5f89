import type { Fact } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import { nameKey } from '../picture/names.ts'
import { type CalendarFacts, type Person, proposedSlot, readCalendarFacts } from './calendar-facts.ts'
import { inWeekOrder, unlike } from './offered-days.ts'

/** What several calendars share, so that the same time stands at the same place in each. */
export interface CalendarAxis {
  readonly domain: 'calendar'
  readonly days: readonly string[]
  /** Minutes after midnight. */
  readonly from: number
  readonly to: number
  readonly people: readonly Person[]
}

/** The days, hours and people of all plans together. */
export function calendarAxis(problems: readonly { plan: Plan; facts: readonly Fact[] }[]): CalendarAxis | undefined {
  const read = problems.flatMap(({ facts, plan }): { facts: CalendarFacts; day: string; span: [number, number] }[] => {
    const slot = proposedSlot(plan)
    return slot === undefined
      ? []
      : [{ facts: readCalendarFacts(facts), day: slot.day, span: [slot.startMin, slot.endMin] }]
  })
  if (read.length === 0) return undefined
  const offered = unlike(read.flatMap(({ facts }) => facts.days))
  const proposed = read.map(({ day }) => day).filter((day) => !offered.some((one) => nameKey(one) === nameKey(day)))
  const people = new Map(read.flatMap(({ facts }) => facts.people.map((person) => [person.key, person])))
  return {
    domain: 'calendar',
    days: proposed.length === 0 ? offered : inWeekOrder(unlike([...offered, ...proposed])),
    from: Math.min(...read.flatMap(({ facts, span }) => [facts.hours.from, span[0]])),
    to: Math.max(...read.flatMap(({ facts, span }) => [facts.hours.to, span[1]])),
    people: [...people.values()],
  }
}
