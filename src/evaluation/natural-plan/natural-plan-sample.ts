import { z } from 'zod'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { calendarSlots } from '../calendar-constraints.ts'
import type { Constraints } from '../constraints.ts'
import { judgeAnswer } from '../judge-answer.ts'
import type { Sample } from '../sample.ts'
import { calendarMatches, friendsMet, tripMatches } from './exact-match.ts'
import { readCalendarProblem } from './read-calendar.ts'
import { readMeetingProblem } from './read-meeting.ts'
import { readTripProblem } from './read-trip.ts'

const number = z.union([z.string().regex(/^\d+$/), z.int()])
const calendarSchema = z.object({
  num_people: number,
  num_days: number,
  prompt_0shot: z.string(),
  golden_plan: z.string(),
})
const tripSchema = z.object({
  num_cities: number,
  cities: z.string(),
  durations: z.string(),
  prompt_0shot: z.string(),
  golden_plan: z.string(),
})
const meetingSchema = z.object({
  num_people: number,
  dist_matrix: z.record(z.string(), z.record(z.string(), z.int())),
  prompt_0shot: z.string(),
  golden_plan: z.union([z.string(), z.array(z.string())]),
})

const people = (count: string | number) => `${count} ${Number(count) === 1 ? 'person' : 'people'}`
const has = (record: unknown, field: string) => typeof record === 'object' && record !== null && field in record

/**
 * A problem of NATURAL PLAN, its task recognised by its fields, judged by what its prompt states and by the benchmark's
 * own score. Throws a `ZodError` or `invalid-input` for a record that is none.
 */
export function naturalPlanSample(id: string, record: unknown): Sample {
  if (has(record, 'cities')) return tripSample(id, tripSchema.parse(record))
  if (has(record, 'dist_matrix')) return meetingSample(id, meetingSchema.parse(record))
  return calendarSample(id, calendarSchema.parse(record))
}

function calendarSample(id: string, record: z.infer<typeof calendarSchema>): Sample {
  const constraints = readCalendarProblem(record.prompt_0shot)
  const days = `${record.num_days} ${Number(record.num_days) === 1 ? 'day' : 'days'}`
  return sampleOf({
    id,
    level: `${people(record.num_people)}, ${days}`,
    text: record.prompt_0shot,
    problem: { task: 'calendar', constraints, satisfiable: calendarSlots(constraints).length > 0 },
    matches: (answer) => calendarMatches(answer, record.golden_plan),
  })
}

function tripSample(id: string, record: z.infer<typeof tripSchema>): Sample {
  return sampleOf({
    id,
    level: `${record.num_cities} cities`,
    text: record.prompt_0shot,
    // Every trip of the benchmark has a plan: its golden one.
    problem: { task: 'trip', constraints: readTripProblem(record.prompt_0shot), satisfiable: true },
    matches: (answer) => tripMatches(answer, record),
  })
}

/** The golden plan meets as many friends as one can; the benchmark's distances are those of the direct ways. */
function meetingSample(id: string, record: z.infer<typeof meetingSchema>): Sample {
  const constraints = readMeetingProblem(record.prompt_0shot)
  const golden = typeof record.golden_plan === 'string' ? record.golden_plan : record.golden_plan.join(' ')
  const optimum = friendsMet(golden, constraints)
  if (optimum === undefined) {
    throw new PlanwrightError({ code: 'invalid-input', message: 'The golden plan does not keep its own constraints.' })
  }
  return sampleOf({
    id,
    level: people(record.num_people),
    text: record.prompt_0shot,
    problem: { task: 'meeting', constraints, travel: constraints.travel, optimum, satisfiable: optimum > 0 },
    matches: (answer) => friendsMet(answer, constraints) === optimum,
  })
}

function sampleOf(named: {
  id: string
  level: string
  text: string
  problem: Constraints & { readonly satisfiable: boolean }
  matches: (answer: string) => boolean
}): Sample {
  const { id, level, matches, problem, text } = named
  return {
    id,
    dataset: 'natural-plan',
    task: problem.task,
    level,
    text,
    problem,
    judge: (run) => ({
      ...judgeAnswer(problem, run),
      exactMatch: run.status === 'solved' && run.planText !== null && matches(run.planText),
    }),
  }
}
