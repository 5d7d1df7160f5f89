import { z } from 'zod'
import { plainName } from './plain-name.ts'
import { partsOf, wholeValue } from './plan-values.ts'

const dayNumber = z.int().min(1)

/** A trip as a competent reader understands it; days are counted from 1. */
export const tripConstraintsSchema = z.object({
  /** City → days, the days of arrival and departure included. */
  stays: z.record(z.string(), z.int().min(1)),
  /** From → to. */
  flights: z.array(z.tuple([z.string(), z.string()])),
  /** One is in that city on each of these days. */
  events: z.array(z.object({ city: z.string(), from: dayNumber, to: dayNumber })),
  totalDays: dayNumber.nullish(),
  start_city: z.string().nullish(),
  end_city: z.string().nullish(),
})
export type TripConstraints = z.infer<typeof tripConstraintsSchema>

interface Stay {
  readonly city: string
  readonly from: number
  readonly to: number
}

/** What is wrong with stays in their order; undefined where nothing is. */
export function staysProblem(constraints: TripConstraints, stays: readonly Stay[]): string | undefined {
  const { end_city: lastCity, events, flights, start_city: firstCity, stays: wanted, totalDays } = constraints
  const [first, last] = [stays[0], stays.at(-1)]
  if (first === undefined || last === undefined) return 'empty'
  const cities = (names: readonly string[]) => JSON.stringify([...names].sort())
  if (cities(stays.map(({ city }) => city)) !== cities(Object.keys(wanted))) return 'cities'
  if (first.from !== 1) return 'does not begin on day 1'
  const wrong = stays.find(({ city, from, to }) => to - from + 1 !== wanted[city])
  if (wrong !== undefined) return `stay in ${wrong.city}`
  for (const [index, stay] of stays.slice(0, -1).entries()) {
    const next = stays[index + 1]
    if (next === undefined || stay.to !== next.from) return 'gap'
    if (!flights.some(([from, to]) => from === stay.city && to === next.city)) {
      return `no flight ${stay.city}-${next.city}`
    }
  }
  if (firstCity != null && firstCity !== first.city) return 'start'
  if (lastCity != null && lastCity !== last.city) return 'end'
  const missed = events.find((event) => {
    const stay = stays.find(({ city }) => city === event.city)
    return stay === undefined || event.from < stay.from || event.to > stay.to
  })
  if (missed !== undefined) return `event in ${missed.city}`
  return totalDays != null && totalDays !== last.to ? 'total days' : undefined
}

/** What is wrong with a plan `[{city, from, to}]`; undefined where nothing is. */
export function tripProblem(constraints: TripConstraints, plan: unknown): string | undefined {
  const names = new Map(Object.keys(constraints.stays).map((city) => [plainName(city), city]))
  const stays = (Array.isArray(plan) ? plan : []).map((one: unknown) => {
    const parts = partsOf(one)
    const [from, to] = [wholeValue(parts?.['from']), wholeValue(parts?.['to'])]
    const city = names.get(plainName(parts?.['city'])) ?? String(parts?.['city'])
    return from === undefined || to === undefined ? undefined : { city, from, to }
  })
  const read = stays.filter((stay) => stay !== undefined)
  return read.length < stays.length ? 'unreadable plan' : staysProblem(constraints, read)
}
