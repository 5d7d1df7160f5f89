import type { CalendarConstraints } from '../../evaluation/calendar-constraints.ts'
import type { Constraints } from '../../evaluation/constraints.ts'
import type { MeetingConstraints } from '../../evaluation/meeting-constraints.ts'
import type { TripConstraints } from '../../evaluation/trip-constraints.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })

/** The facts that a faultless translation of a problem would give: rules are measured with these. */
export function referenceFacts(problem: Constraints): Fact[] {
  switch (problem.task) {
    case 'calendar':
      return calendarFacts(problem.constraints)
    case 'trip':
      return tripFacts(problem.constraints)
    case 'meeting':
      return meetingFacts(problem.constraints)
  }
}

function calendarFacts(constraints: CalendarConstraints): Fact[] {
  const { busy, days, durationMin, gridMin, hard_preferences: preferences, objective, participants, work } = constraints
  return [
    ...participants.map((who) => fact('participant', who)),
    fact('duration', durationMin),
    fact('work_hours', ...work),
    ...days.map((day) => fact('day', day)),
    ...(gridMin == null ? [] : [fact('grid', gridMin)]),
    ...busy.map(({ day, end, start, who }) => fact('busy', who, day, start, end)),
    ...preferences.map(({ day = null, kind, time, who }) =>
      kind === 'not_on' ? fact(kind, who, day) : fact(kind, who, day, time ?? null),
    ),
    ...(objective === 'any' ? [] : [fact(objective)]),
  ]
}

function tripFacts({ end_city: last, events, flights, start_city: first, stays, totalDays }: TripConstraints): Fact[] {
  return [
    ...(totalDays == null ? [] : [fact('total_days', totalDays)]),
    ...Object.entries(stays).map(([city, days]) => fact('stay', city, days)),
    ...events.map(({ city, from, to }) => fact('event', city, from, to)),
    ...flights.map(([from, to]) => fact('flight_oneway', from, to)),
    ...(first == null ? [] : [fact('first_city', first)]),
    ...(last == null ? [] : [fact('last_city', last)]),
  ]
}

function meetingFacts({ people, start, travel }: MeetingConstraints): Fact[] {
  return [
    fact('start', start.place, start.time),
    ...people.flatMap(({ from, min, name, place, to }) => [
      fact('available', name, place, from, to),
      fact('meet_min', name, min),
    ]),
    ...Object.entries(travel).flatMap(([from, ways]) =>
      Object.entries(ways).map(([to, minutes]) => fact('travel', from, to, minutes)),
    ),
  ]
}
