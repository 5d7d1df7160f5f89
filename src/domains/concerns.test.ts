import { expect, test } from 'vitest'
import type { Fact } from '../planning/fact.ts'
import { calendarDomain } from './calendar/domain.ts'
import { calendarPlan } from './calendar/plan.ts'
import { meetingDomain } from './meeting/domain.ts'
import { meetingPlan } from './meeting/plan.ts'
import { tripDomain } from './trip/domain.ts'
import { tripPlan } from './trip/plan.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })

test('a calendar plan concerns what is said of its day and of every day', () => {
  const facts = [
    fact('busy', 'Ana', 'tuesday', 540, 600),
    fact('busy', 'Ana', 'Monday', 540, 600),
    fact('busy', 'Ana', null, 540, 600),
    fact('days', 'Monday', 'Wednesday'),
    fact('days', 'Thursday', 'Friday'),
    fact('not_on', 'Ana', 'Tuesday'),
    fact('earliest'),
    fact('weather', 'Tuesday'),
  ]
  const plan = calendarPlan({ day: 'Tuesday', start: 600, end: 660 })
  expect([...calendarDomain.concerns(plan, facts)]).toEqual([0, 2, 3, 5, 6])
})

test('a trip concerns its cities and the flights it takes, in their direction', () => {
  const facts = [
    fact('total_days', 3),
    fact('stay', 'linz', 2),
    fact('stay', 'Varna', 2),
    fact('flight', 'Ghent', 'Linz'),
    fact('flight_oneway', 'Ghent', 'Linz'),
    fact('flight_oneway', 'Linz', 'Ghent'),
    fact('flight', 'Linz', 'Varna'),
    fact('event', 'Ghent', 2, 2),
  ]
  const plan = tripPlan([
    { city: 'Linz', from: 1, to: 2 },
    { city: 'Ghent', from: 2, to: 3 },
  ])
  expect([...tripDomain.concerns(plan, facts)]).toEqual([0, 1, 3, 5, 7])
})

test('a day of meetings concerns who is met, where one is and how one gets there', () => {
  const facts = [
    fact('start', 'the Pier', 540),
    fact('available', 'Ana', 'Mill', 540, 700),
    fact('available', 'Ben', 'Mill', 540, 700),
    fact('meet_min', null, 30),
    fact('meet_min', 'Ben', 30),
    fact('travel', 'Mill', 'Pier', 10),
    fact('travel', 'Mill', 'Tower', 10),
    fact('travel_default', 12),
    fact('area', 'Mill', 'North'),
    fact('travel_across', 'North', 'South', 12),
  ]
  const plan = meetingPlan([
    { action: 'start', place: 'Pier', timeMin: 540 },
    { action: 'travel', to: 'Mill', lengthMin: 10, arriveMin: 550 },
    { action: 'meet', person: 'Ana', startMin: 550, endMin: 580 },
  ])
  expect([...meetingDomain.concerns(plan, facts)]).toEqual([0, 1, 3, 5, 7, 8])
})

test('a plan of another domain concerns nothing', () => {
  const plan = { domain: 'chess', steps: [] }
  const facts = [fact('duration', 30), fact('total_days', 3), fact('travel_default', 5)]
  for (const domain of [calendarDomain, tripDomain, meetingDomain]) expect(domain.concerns(plan, facts).size).toBe(0)
})
