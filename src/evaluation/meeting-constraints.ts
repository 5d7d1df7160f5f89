import { z } from 'zod'
import { plainName } from './plain-name.ts'
import { partsOf, wholeValue } from './plan-values.ts'

const minutes = z.int().min(0)
const matrixSchema = z.record(z.string(), z.record(z.string(), minutes))
/** From → to → minutes. */
export type TravelMatrix = z.infer<typeof matrixSchema>

/** A day of meetings as a competent reader understands it; times in minutes after midnight. */
export const meetingConstraintsSchema = z.object({
  start: z.object({ place: z.string(), time: minutes }),
  travel: matrixSchema,
  people: z.array(z.object({ name: z.string(), place: z.string(), from: minutes, to: minutes, min: minutes })),
})
export type MeetingConstraints = z.infer<typeof meetingConstraintsSchema>

/** The travel times with every detour that is shorter than the direct way. */
export function shortestWays(travel: TravelMatrix): TravelMatrix {
  const places = Object.keys(travel)
  const ways = new Map(
    places.map((from) => [
      from,
      new Map(places.map((to) => [to, from === to ? 0 : (travel[from]?.[to] ?? Number.POSITIVE_INFINITY)])),
    ]),
  )
  const way = (from: string, to: string) => ways.get(from)?.get(to) ?? Number.POSITIVE_INFINITY
  for (const over of places)
    for (const from of places)
      for (const to of places) ways.get(from)?.set(to, Math.min(way(from, to), way(from, over) + way(over, to)))
  return Object.fromEntries([...ways].map(([from, row]) => [from, Object.fromEntries(row)]))
}

/** Minutes from one place to another; endless where nobody knows the way. */
export function wayBetween(travel: TravelMatrix, from: string, to: string): number {
  return from === to ? 0 : (travel[from]?.[to] ?? Number.POSITIVE_INFINITY)
}

/** The greatest number of people who can be met, by trying every order that could still be better. */
export function mostMeetings({ people, start }: MeetingConstraints, travel: TravelMatrix): number {
  let best = 0
  const search = (named: { here: string; now: number; met: number; left: MeetingConstraints['people'] }) => {
    const { here, left, met, now } = named
    best = Math.max(best, met)
    // Whoever is too far away by the direct way may still be met by way of somebody else.
    const open = left.filter((person) => Math.max(now, person.from) + person.min <= person.to)
    if (met + open.length <= best) return
    const next = open.flatMap((person) => {
      const end = Math.max(now + wayBetween(travel, here, person.place), person.from) + person.min
      return end <= person.to ? [{ person, end }] : []
    })
    for (const { end, person } of next.sort((a, b) => a.end - b.end)) {
      const others = open.filter((other) => other !== person)
      search({ here: person.place, now: end, met: met + 1, left: others })
    }
  }
  search({ here: start.place, now: start.time, met: 0, left: people })
  return best
}

export type MeetingReading = { readonly problem: string } | { readonly problem: undefined; readonly met: number }

/** Follows a plan `[{person, start, end}]`: what is wrong with it, or how many people it meets. */
export function readMeetings(constraints: MeetingConstraints, travel: TravelMatrix, plan: unknown): MeetingReading {
  const people = new Map(constraints.people.map((person) => [plainName(person.name), person]))
  const met = new Set<string>()
  let here = constraints.start.place
  let now = constraints.start.time
  if (plan !== null && plan !== undefined && !Array.isArray(plan)) return { problem: 'unreadable plan' }
  for (const step of plan ?? []) {
    const parts = partsOf(step)
    const [begin, end] = [wholeValue(parts?.['start']), wholeValue(parts?.['end'])]
    const key = plainName(parts?.['person'])
    const person = people.get(key)
    if (person === undefined || met.has(key)) return { problem: `person ${String(parts?.['person'])}` }
    if (begin === undefined || end === undefined) return { problem: 'unreadable plan' }
    if (begin < now + wayBetween(travel, here, person.place)) return { problem: `cannot reach ${person.name} by then` }
    if (begin < person.from || end > person.to) return { problem: `${person.name} not there` }
    if (end - begin < person.min) return { problem: `${person.name} too short` }
    met.add(key)
    here = person.place
    now = end
  }
  return { problem: undefined, met: met.size }
}
