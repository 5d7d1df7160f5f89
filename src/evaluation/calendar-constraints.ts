import { z } from 'zod'
import { plainName } from './plain-name.ts'
import { partsOf, wholeValue } from './plan-values.ts'

const clock = z.int().min(0).max(1440)

/** A calendar problem as a competent reader understands it; times in minutes after midnight. */
export const calendarConstraintsSchema = z.object({
  participants: z.array(z.string()),
  /** On offer, in their order. */
  days: z.array(z.string()).min(1),
  work: z.tuple([clock, clock]),
  durationMin: z.int().min(1),
  /** Only where the text demands such starts. */
  gridMin: z.int().min(1).nullish(),
  busy: z.array(z.object({ who: z.string(), day: z.string(), start: clock, end: clock })),
  /** `not_before` binds the start, `not_after` the end; without a day, every day. */
  hard_preferences: z.array(
    z.object({
      who: z.string(),
      kind: z.enum(['not_on', 'not_before', 'not_after']),
      day: z.string().optional(),
      time: clock.optional(),
    }),
  ),
  objective: z.enum(['any', 'earliest', 'latest']),
})
export type CalendarConstraints = z.infer<typeof calendarConstraintsSchema>

/** Whether a meeting may begin then. */
export function isFree(constraints: CalendarConstraints, day: string, start: number): boolean {
  const { busy, durationMin, gridMin, hard_preferences: preferences, work } = constraints
  const end = start + durationMin
  if (start < work[0] || end > work[1]) return false
  if (gridMin && start % gridMin !== 0) return false
  if (busy.some((one) => one.day === day && end > one.start && one.end > start)) return false
  return preferences.every((preference) => {
    if (preference.day !== undefined && preference.day !== day) return true
    if (preference.kind === 'not_before') return start >= (preference.time ?? 0)
    if (preference.kind === 'not_after') return end <= (preference.time ?? 1440)
    return false
  })
}

/** Every start that is free, in the order of days and times; only the best one where one is asked for. */
export function calendarSlots(constraints: CalendarConstraints): { day: number; start: number }[] {
  const slots = constraints.days.flatMap((name, day) =>
    Array.from({ length: 1440 }, (_, start) => ({ day, start })).filter(({ start }) =>
      isFree(constraints, name, start),
    ),
  )
  if (constraints.objective === 'earliest') return slots.slice(0, 1)
  return constraints.objective === 'latest' ? slots.slice(-1) : slots
}

const dayKey = (day: unknown) => plainName(day).slice(0, 3)

/** What is wrong with a plan `{day, start, end}`; undefined where nothing is. */
export function calendarProblem(constraints: CalendarConstraints, plan: unknown): string | undefined {
  const parts = partsOf(Array.isArray(plan) && plan.length === 1 ? plan[0] : plan)
  const [start, end] = [wholeValue(parts?.['start']), wholeValue(parts?.['end'])]
  if (parts === undefined || start === undefined || end === undefined) return 'unreadable plan'
  const day = constraints.days.findIndex((name) => dayKey(name) === dayKey(parts['day']))
  const name = constraints.days[day]
  if (name === undefined) return 'day not offered'
  if (end - start !== constraints.durationMin) return 'wrong length'
  if (!isFree(constraints, name, start)) return 'clashes'
  if (constraints.objective === 'any') return undefined
  const [best] = calendarSlots(constraints)
  return best?.day === day && best.start === start ? undefined : `not the ${constraints.objective}`
}
