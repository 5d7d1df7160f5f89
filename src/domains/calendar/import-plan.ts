import { z } from 'zod'
import type { PlanReading } from '../../planning/plan-reading.ts'
import { readWritten, writtenMinutes, writtenName } from '../read-written.ts'
import { calendarPlan } from './plan.ts'

const slotSchema = z.object(
  { day: writtenName, start: writtenMinutes, end: writtenMinutes },
  'a calendar plan is a day, a start and an end',
)

/** Reads `{day, start, end}`. */
export function importCalendarPlan(written: unknown): PlanReading {
  const reading = readWritten(slotSchema, written)
  return reading.status === 'read' ? { status: 'plan', plan: calendarPlan(reading.value) } : reading
}
