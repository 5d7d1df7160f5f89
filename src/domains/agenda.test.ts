import { expect, it } from 'vitest'
import { calendarPlan } from './calendar/plan.ts'
import { meetingPlan } from './meeting/plan.ts'
import { planningDomains } from './registry.ts'
import { tripPlan } from './trip/plan.ts'

const agenda = (id: string, plan: Parameters<NonNullable<ReturnType<typeof planningDomains.get>>['agenda']>[0]) =>
  planningDomains.get(id)?.agenda(plan, [
    { predicate: 'participant', args: ['Ana'] },
    { predicate: 'participant', args: ['Ben'] },
  ])

it('has the one meeting of a calendar, and who comes', () => {
  expect(agenda('calendar', calendarPlan({ day: 'Monday', start: 540, end: 570 }))).toEqual([
    { title: 'Meeting: Ana and Ben', when: { kind: 'hours', day: 'Monday', fromMin: 540, toMin: 570 } },
  ])
})

it('has the stays of a trip in whole days', () => {
  const plan = tripPlan([
    { city: 'Oslo', from: 1, to: 3 },
    { city: 'Rome', from: 3, to: 4 },
  ])
  expect(agenda('trip', plan)).toEqual([
    { title: 'Oslo', place: 'Oslo', when: { kind: 'days', first: 1, last: 3 } },
    { title: 'Rome', place: 'Rome', when: { kind: 'days', first: 3, last: 4 } },
  ])
})

it('has meetings and the ways between them', () => {
  const plan = meetingPlan([
    { action: 'start', place: 'Station', timeMin: 540 },
    { action: 'travel', to: 'Harbour', lengthMin: 20, arriveMin: 560 },
    { action: 'wait', untilMin: 600 },
    { action: 'meet', person: 'Ana', startMin: 600, endMin: 630 },
  ])
  expect(agenda('meeting', plan)).toEqual([
    { title: 'Station to Harbour', when: { kind: 'hours', day: 1, fromMin: 540, toMin: 560 } },
    { title: 'Meet Ana', place: 'Harbour', when: { kind: 'hours', day: 1, fromMin: 600, toMin: 630 } },
  ])
})

it('is empty for a plan of another domain', () => {
  expect(agenda('trip', calendarPlan({ day: 'Monday', start: 540, end: 570 }))).toEqual([])
})
