import type { Fact } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import { nameKey } from '../picture/names.ts'
import type { PictureProblem } from '../picture/picture-model.ts'
import { planStrings } from '../strings.ts'
import {
  differentCities,
  factsOfStay,
  isStated,
  type KnownFlights,
  readTripFacts,
  type Stay,
  staysOf,
  type TripEvent,
} from './trip-facts.ts'

const words = planStrings.trip

/** What several trips share: the same day and the same city stand at the same place in each. */
export interface TripAxis {
  readonly domain: 'trip'
  readonly days: number
  readonly cities: readonly string[]
}

/** A flight of the plan. */
export interface Leg {
  readonly from: string
  readonly to: string
  readonly day: number
  /** Facts list flights, and this is none of them. */
  readonly isMissing: boolean
  readonly isQuiet: boolean
}

export interface PictureStay extends Stay {
  readonly isQuiet: boolean
  /** What is said of it, in whole sentences. */
  readonly label: string
  readonly events: readonly TripEvent[]
  /** Facts that speak of it, what must happen in it first. */
  readonly factIndices: readonly number[]
}

export interface TripPicture {
  readonly axis: TripAxis
  readonly stays: readonly PictureStay[]
  readonly legs: readonly Leg[]
  readonly events: readonly TripEvent[]
  readonly flights: KnownFlights
}

/** The days and cities of all trips together. */
export function tripAxis(problems: readonly { plan: Plan; facts: readonly Fact[] }[]): TripAxis | undefined {
  const stays = problems.flatMap(({ plan }) => staysOf(plan))
  if (stays.length === 0) return undefined
  const read = problems.map(({ facts }) => readTripFacts(facts))
  return {
    domain: 'trip',
    days: Math.max(...stays.map(({ to }) => to), ...read.flatMap(({ events }) => events.map(({ to }) => to))),
    cities: differentCities([...stays.map(({ city }) => city), ...read.flatMap(({ cities }) => cities)]),
  }
}

/** The trip's stays and flights among the flights that there are. */
export function tripPicture(problem: PictureProblem<TripAxis>): TripPicture | undefined {
  const stays = staysOf(problem.plan)
  const axis = problem.axis ?? tripAxis([problem])
  if (stays.length === 0 || axis === undefined) return undefined
  const { events, flights } = readTripFacts(problem.facts)
  const isQuiet = (stay: Stay) => problem.quietSteps?.has(stay.step) ?? false
  const legs = stays.slice(1).flatMap((stay, index): Leg[] => {
    const before = stays[index]
    if (before === undefined) return []
    const ends = { from: before.city, to: stay.city, day: stay.from }
    const same = (problem.quietSteps?.has(before.step + 1) ?? false) && stay.step === before.step + 2
    return [{ ...ends, isMissing: !isStated(flights, before.city, stay.city), isQuiet: same }]
  })
  return {
    axis,
    legs,
    events,
    flights,
    stays: stays.map((stay, index) => {
      const asked = events.filter(({ city }) => nameKey(city) === nameKey(stay.city))
      const [reached, left] = [legs[index - 1], legs[index]]
      const label = [
        words.stay(stay.city, words.days(stay.from, stay.to), stay.to - stay.from + 1),
        reached === undefined ? '' : words.reached(reached.from, stay.from),
        reached?.isMissing === true ? words.noFlight(reached.from, stay.city) : '',
        left === undefined ? '' : words.left(left.to, stay.to),
        ...asked.map(({ city, from, to }) => words.event(city, words.days(from, to))),
      ]
      const neighbours = [stays[index - 1], stays[index + 1]].flatMap((one) => one?.city ?? [])
      return {
        ...stay,
        isQuiet: isQuiet(stay),
        events: asked,
        label: label.filter((part) => part !== '').join(' '),
        factIndices: [...asked.map(({ factIndex }) => factIndex), ...factsOfStay(problem.facts, stay.city, neighbours)],
      }
    }),
  }
}
