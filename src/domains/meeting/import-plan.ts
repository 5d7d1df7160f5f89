import { z } from 'zod'
import { wellFormedFacts } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import type { PlanReading } from '../../planning/plan-reading.ts'
import { numberAt, numberOrNull, textAt } from '../arguments.ts'
import { nameKey, placeKey } from '../names.ts'
import { readWritten, writtenMinutes, writtenName } from '../read-written.ts'
import { meetingFacts } from './facts.ts'
import { type MeetingStep, meetingPlan } from './plan.ts'
import { travelTable } from './travel.ts'

const meetingsSchema = z
  .array(
    z.object(
      { person: writtenName, start: writtenMinutes, end: writtenMinutes },
      'a meeting is a person, a start and an end',
    ),
    'a day is a list of meetings',
  )
  .min(1, 'a day has at least one meeting')
  .max(200, 'a day has at most 200 meetings')

interface Window {
  readonly person: string
  readonly place: string
  readonly from: number
  readonly to: number
}

/**
 * Reads `[{person, start, end}]` in the order given. Ways and waits between are filled in from the facts: a person is met
 * where a window of theirs holds the time, else at the first place they can be met at; a way that nobody knows takes no time
 * here, and the validator says so.
 */
export function importMeetingPlan(written: unknown, facts: readonly Fact[]): PlanReading {
  const reading = readWritten(meetingsSchema, written)
  if (reading.status !== 'read') return reading
  const stated = wellFormedFacts(meetingFacts, facts)
  const windows = stated
    .filter(({ predicate }) => predicate === 'available')
    .map((fact): Window => {
      const [from, to] = [numberOrNull(fact, 2) ?? 0, numberOrNull(fact, 3) ?? 1440]
      return { person: nameKey(textAt(fact, 0)), place: textAt(fact, 1), from, to }
    })
  const begin = stated.find(({ predicate }) => predicate === 'start')
  const table = travelTable(stated)
  let here = begin === undefined ? null : textAt(begin, 0)
  let now = begin === undefined ? 0 : numberAt(begin, 1)
  const steps: MeetingStep[] = []
  for (const { end, person, start } of reading.value) {
    const place = placeOf({ person, start, end, here }, windows) ?? here ?? ''
    here ??= place
    if (steps.length === 0) steps.push({ action: 'start', place: here, timeMin: now })
    if (placeKey(place) !== placeKey(here)) {
      const minutes = table.minutes(placeKey(here), placeKey(place))
      const lengthMin = Number.isFinite(minutes) ? minutes : 0
      now += lengthMin
      here = place
      steps.push({ action: 'travel', to: place, lengthMin, arriveMin: now })
    }
    if (start > now) steps.push({ action: 'wait', untilMin: start })
    steps.push({ action: 'meet', person, startMin: start, endMin: end })
    now = Math.max(now, end)
  }
  return { status: 'plan', plan: meetingPlan(steps) }
}

function placeOf(
  meeting: { person: string; start: number; end: number; here: string | null },
  windows: readonly Window[],
): string | undefined {
  const theirs = windows.filter(({ person }) => person === nameKey(meeting.person))
  const open = theirs.filter(({ from, to }) => from <= meeting.start && meeting.end <= to)
  const isHere = ({ place }: Window) => meeting.here !== null && placeKey(place) === placeKey(meeting.here)
  return (open.find(isHere) ?? open[0] ?? theirs.find(isHere) ?? theirs[0])?.place
}
