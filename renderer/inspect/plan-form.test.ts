import { expect, it } from 'vitest'
import { calendarSlot } from '../../src/domains/calendar/plan.ts'
import { exportMeetingPlan } from '../../src/domains/meeting/plan.ts'
import { tripStays } from '../../src/domains/trip/plan.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { planRows, readClock, writtenPlan } from './plan-form.ts'

it.each([
  ['solved', calendarSlot],
  ['trip', tripStays],
  ['meeting', exportMeetingPlan],
] as const)('%s: unchanged rows are the plan as the engine exports it', (name, exported) => {
  const { plan } = recordedRuns[name].reduce(reduceRun, emptyRunView)
  if (plan === undefined) throw new Error('no plan')

  expect(writtenPlan(plan.domain, planRows(plan))).toEqual(exported(plan))
})

it.each([
  ['9:30', 570],
  [' 17.05 ', 1025],
  ['9', 540],
  ['24:00', 1440],
  ['24:01', null],
  ['9:60', null],
  ['noon', null],
  ['', null],
])('reads the time %j', (written, minutes) => {
  expect(readClock(written)).toBe(minutes)
})

it('is no plan while a field cannot be read', () => {
  expect(writtenPlan('trip', [{ city: 'Linz', from: '1', to: 'x' }])).toBeNull()
  expect(writtenPlan('trip', [{ city: ' ', from: '1', to: '2' }])).toBeNull()
  expect(writtenPlan('chess', [])).toBeNull()
})
