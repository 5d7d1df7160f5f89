import { PlanwrightError } from '../../base/planwright-error.ts'
import { type StatedFact, wellFormedFacts } from '../../planning/check-facts.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'
import { numberAt, numberOrNull, textAt, textOrNull } from '../arguments.ts'
import { nameKey, placeKey } from '../names.ts'
import { meetingFacts } from './facts.ts'
import { shortestWays, travelTable } from './travel.ts'

const endOfDay = 1440
/** Where nothing says how long a meeting takes. */
const defaultLength = 15
/** Sets of people are sets of bits in a 32-bit number. */
const mostPeople = 30
const mostOptions = 60
/** Stands for a way that nobody knows: no window is open that long. */
const noWay = 10_000

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })
const of = (facts: readonly StatedFact[], predicate: string) => facts.filter((each) => each.predicate === predicate)

/** Numbers people from 1 in the order in which they come, and keeps the first spelling of each name. */
function numbering(names: readonly string[]) {
  const ids = new Map<string, number>()
  const first: string[] = []
  for (const name of names) {
    if (ids.has(nameKey(name))) continue
    first.push(name)
    ids.set(nameKey(name), first.length)
  }
  return { names: first, id: (name: string) => ids.get(nameKey(name)) ?? 0 }
}

/** The longest of the lengths stated for a person, else of those stated for everyone. */
function lengthFor(facts: readonly StatedFact[], person: string): number {
  const lengths = (who: string | null) =>
    of(facts, 'meet_min')
      .filter((each) => (textOrNull(each, 0) === null ? null : nameKey(textAt(each, 0))) === who)
      .map((each) => numberAt(each, 1))
  const [own, general] = [lengths(nameKey(person)), lengths(null)]
  if (own.length > 0) return Math.max(...own)
  return general.length > 0 ? Math.max(...general) : defaultLength
}

interface Option {
  /** A serial number plus 4096 times (2048 minus the minutes that it takes at the least, with the way to it). */
  readonly id: number
  readonly person: number
  readonly place: string
  readonly from: number
  readonly latest: number
  readonly length: number
}

/** In the order in which they open, which finds plans sooner than any other order that was tried. */
function optionsOf(facts: readonly StatedFact[], ways: Ways, person: (name: string) => number): Option[] {
  const all = of(facts, 'available').map((each) => {
    const who = textAt(each, 0)
    const length = Math.max(1, lengthFor(facts, who))
    const latest = (numberOrNull(each, 3) ?? endOfDay) - length
    return { person: person(who), place: textAt(each, 1), from: numberOrNull(each, 2) ?? 0, latest, length }
  })
  const possible = all.filter(({ from, latest }) => from <= latest)
  const shortestTo = (option: (typeof all)[number]) =>
    Math.min(
      ...[
        ways.start?.place ?? option.place,
        ...possible.filter((other) => other.person !== option.person).map(({ place }) => place),
      ].map((from) => ways.minutes(from, option.place)),
    )
  return possible
    .toSorted((one, other) => one.from - other.from)
    .map((option, index) => {
      const minutes = Math.min(2047, option.length + shortestTo(option))
      return { ...option, id: (2048 - minutes) * 4096 + index + 1 }
    })
}

interface Ways {
  readonly start: Start | null
  readonly minutes: (from: string, to: string) => number
}

/** What can follow what. Without a stated start the first meeting takes no travel. */
function following(options: readonly Option[], { start, minutes }: Ways): Fact[] {
  const places = [
    ...new Set([...(start === null ? [] : [start.place]), ...options.map(({ place }) => place)].map(placeKey)),
  ]
  const least = shortestWays(places, minutes)
  const row = (from: { name: FactArgument; place: string | null; ready: number; person: number }): Fact[] =>
    options.flatMap((next) => {
      const here = from.place ?? next.place
      const leaveBy = next.latest - least.minutes(placeKey(here), placeKey(next.place))
      if (next.person === from.person || !(from.ready <= leaveBy)) return []
      return [fact('after', from.name, next.id, 2 ** next.person, Math.min(noWay, minutes(here, next.place)), leaveBy)]
    })
  return [
    ...row({ name: 'start', place: start?.place ?? null, ready: start?.time ?? 0, person: 0 }),
    ...options.flatMap(({ id, place, person, from, length }) => row({ name: id, place, ready: from + length, person })),
  ]
}

interface Start {
  readonly place: string
  readonly time: number
}

/** Throws `unsupported` for more than 30 people or 60 windows. */
export function meetingSolverFacts(facts: readonly Fact[]): Fact[] {
  const stated = wellFormedFacts(meetingFacts, facts)
  const starts = of(stated, 'start').map((each): Start => ({ place: textAt(each, 0), time: numberAt(each, 1) }))
  const different = new Set(starts.map(({ place, time }) => `${placeKey(place)} ${time}`))
  const start = starts[0] ?? null
  const people = numbering(of(stated, 'available').map((each) => textAt(each, 0)))
  const table = travelTable(stated)
  const ways: Ways = { start, minutes: (from, to) => table.minutes(placeKey(from), placeKey(to)) }
  const options = optionsOf(stated, ways, people.id)
  if (people.names.length > mostPeople || options.length > mostOptions) {
    const message = `a day with ${people.names.length} people and ${options.length} windows is beyond the rules`
    throw new PlanwrightError({ code: 'unsupported', message, wayOut: 'Leave some of the people out.' })
  }
  return [
    fact('begin', start?.place ?? '', start?.time ?? 0),
    ...people.names.map((name, index) => fact('person', index + 1, name)),
    ...options.map(({ id, person, place, from, latest, length }) =>
      fact('option', id, person, place, from, latest, length),
    ),
    ...following(options, ways),
    fact('over_by', Math.max(0, ...options.map(({ latest, length }) => latest + length))),
    ...(different.size > 1 ? [fact('impossible', 'two starts')] : []),
  ]
}
