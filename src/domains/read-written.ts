import { z } from 'zod'

/** What a person wrote as a plan, in the shape that is wanted; else where the first thing wrong is and what. */
export function readWritten<Written>(
  schema: z.ZodType<Written>,
  written: unknown,
): { status: 'read'; value: Written } | { status: 'malformed'; why: string } {
  const { data, error } = schema.safeParse(written)
  if (data !== undefined) return { status: 'read', value: data }
  const [issue] = error?.issues ?? []
  const place = (issue?.path ?? []).map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step)))
  const message = issue?.message ?? 'it has another shape'
  return { status: 'malformed', why: place.length === 0 ? message : `${place.join(', ')}: ${message}` }
}

/** A name that is not blank. */
export const writtenName = z.string('a name is wanted').trim().min(1, 'a name is wanted')
/** Minutes after midnight. */
export const writtenMinutes = z
  .int('a time of day is wanted, in minutes after midnight')
  .min(0, 'a time of day is wanted, in minutes after midnight')
  .max(1440, 'a time of day is wanted, in minutes after midnight')
/** A day of the trip, from 1. */
export const writtenDay = z
  .int('a day is wanted, counted from 1')
  .min(1, 'a day is wanted, counted from 1')
  .max(1000, 'a day is wanted, counted from 1')
