import { z } from 'zod'
import type { PlanReading } from '../../planning/plan-reading.ts'
import { readWritten, writtenDay, writtenName } from '../read-written.ts'
import { tripPlan } from './plan.ts'

const staysSchema = z
  .array(
    z.object({ city: writtenName, from: writtenDay, to: writtenDay }, 'a stay is a city, a first and a last day'),
    'a trip is a list of stays',
  )
  .min(1, 'a trip has at least one stay')
  .max(200, 'a trip has at most 200 stays')

/** Reads `[{city, from, to}]` in the order given, each linked to the next by a flight on its last day. */
export function importTripPlan(written: unknown): PlanReading {
  const reading = readWritten(staysSchema, written)
  return reading.status === 'read' ? { status: 'plan', plan: tripPlan(reading.value) } : reading
}
