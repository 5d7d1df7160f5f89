import type { StatedFact } from '../../planning/check-facts.ts'
import { numberAt, textAt, textOrNull } from '../arguments.ts'
import { placeKey } from '../names.ts'

const of = (facts: readonly StatedFact[], predicate: string) => facts.filter((each) => each.predicate === predicate)

const keyOrNull = (fact: StatedFact, position: number) => {
  const name = textOrNull(fact, position)
  return name === null ? null : placeKey(name)
}

const pair = (from: string, to: string) => `${from}\n${to}`

/** Minutes from each place to each other, by the keys of their names; infinite where nothing is known. */
export interface TravelTable {
  minutes(from: string, to: string): number
}

/** Rules of travel about areas, the more particular first. */
function areaRule(facts: readonly StatedFact[]): (from: string, to: string) => number | null {
  const areas = new Map<string, string[]>()
  for (const each of of(facts, 'area')) {
    const place = placeKey(textAt(each, 0))
    areas.set(place, [...(areas.get(place) ?? []), placeKey(textAt(each, 1))])
  }
  const rules = [
    ...of(facts, 'travel_within').map((each) => {
      const area = keyOrNull(each, 0)
      const fits = (one: string, other: string) => one === other && (area === null || area === one)
      return { fits, particular: area === null ? 0 : 2, length: numberAt(each, 1) }
    }),
    ...of(facts, 'travel_across').map((each) => {
      const ends = [keyOrNull(each, 0), keyOrNull(each, 1)]
      const match = (end: string | null | undefined, area: string) => end === null || end === undefined || end === area
      const fits = (one: string, other: string) =>
        one !== other &&
        ((match(ends[0], one) && match(ends[1], other)) || (match(ends[0], other) && match(ends[1], one)))
      return { fits, particular: ends.filter((end) => end !== null).length, length: numberAt(each, 2) }
    }),
  ].toSorted((one, other) => other.particular - one.particular)
  return (from, to) => {
    const pairs = (areas.get(from) ?? []).flatMap((one) => (areas.get(to) ?? []).map((other) => [one, other] as const))
    return rules.find(({ fits }) => pairs.some(([one, other]) => fits(one, other)))?.length ?? null
  }
}

/** Shortest ways over any places, for the pairs that are not known otherwise too. */
export function shortestWays(places: readonly string[], minutes: (from: string, to: string) => number): TravelTable {
  const table = places.map((from) => places.map((to) => (from === to ? 0 : minutes(from, to))))
  const cell = (from: number, to: number) => table[from]?.[to] ?? Number.POSITIVE_INFINITY
  for (const via of places.keys()) {
    for (const [from, row] of table.entries()) {
      for (const to of places.keys()) row[to] = Math.min(cell(from, to), cell(from, via) + cell(via, to))
    }
  }
  const ids = new Map(places.map((place, id) => [place, id]))
  return { minutes: (from, to) => cell(ids.get(from) ?? -1, ids.get(to) ?? -1) }
}

/** Expands the rules of travel as the doc of the fact schema has them. */
export function travelTable(facts: readonly StatedFact[]): TravelTable {
  const direct = new Map<string, number>()
  for (const each of of(facts, 'travel').toReversed()) {
    direct.set(pair(placeKey(textAt(each, 0)), placeKey(textAt(each, 1))), numberAt(each, 2))
  }
  const at = new Map(
    of(facts, 'travel_at')
      .toReversed()
      .map((each) => [placeKey(textAt(each, 0)), numberAt(each, 1)]),
  )
  const [anywhere] = of(facts, 'travel_default')
  const byArea = areaRule(facts)
  const known = (from: string, to: string): number | null => {
    const stated = direct.get(pair(from, to)) ?? direct.get(pair(to, from)) ?? byArea(from, to)
    if (stated !== null) return stated
    const ends = [at.get(from), at.get(to)].filter((length) => length !== undefined)
    if (ends.length > 0) return Math.max(...ends)
    return anywhere === undefined ? null : numberAt(anywhere, 0)
  }
  const named = (fact: StatedFact, ...positions: number[]) =>
    positions.map((position) => placeKey(textAt(fact, position)))
  const places = facts.flatMap((each) => {
    if (each.predicate === 'available') return named(each, 1)
    if (each.predicate === 'travel') return named(each, 0, 1)
    return ['start', 'area', 'travel_at'].includes(each.predicate) ? named(each, 0) : []
  })
  const shortest = shortestWays([...new Set(places)], (from, to) => known(from, to) ?? Number.POSITIVE_INFINITY)
  return { minutes: (from, to) => (from === to ? 0 : (known(from, to) ?? shortest.minutes(from, to))) }
}
