import { geoDistance } from 'd3-geo'
import { otherPlaceNames } from './other-names.ts'
import places from './places.json' with { type: 'json' }

/** Degrees: longitude, latitude. */
export type Coordinates = readonly [number, number]

interface Place {
  readonly at: Coordinates
  /** The best known come last. */
  readonly rank: number
}

const plainLetters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', ð: 'd' }

/** Without case, accents and double spaces: "Évora" → "evora", "Łódź" → "lodz". */
export function placeNameKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[øłđıßæð]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

let index: ReadonlyMap<string, readonly Place[]> | undefined

function indexed(): ReadonlyMap<string, readonly Place[]> {
  if (index !== undefined) return index
  const made = new Map<string, Place[]>()
  for (const [rank, line] of places.places.entries()) {
    const [name = '', latitude, longitude] = line.split('|')
    const key = placeNameKey(name)
    const place: Place = { at: [Number(longitude), Number(latitude)], rank }
    const namesakes = made.get(key)
    if (namesakes === undefined) made.set(key, [place])
    else namesakes.push(place)
  }
  index = made
  return made
}

/** A name of so many that are best known needs no company to be understood. */
const wellKnown = 150

/**
 * Where cities lie, by their names; those that are not known are left out. Of namesakes the world city is meant, else the
 * one that lies nearest to the other cities of the trip, else the best known.
 */
export function findPlaces(names: readonly string[]): ReadonlyMap<string, Coordinates> {
  const found = names.map((name) => {
    const key = placeNameKey(name)
    return { name, candidates: indexed().get(key) ?? indexed().get(otherPlaceNames[key] ?? '') ?? [] }
  })
  const fame = places.places.length - wellKnown
  const clear = ({ candidates }: { readonly candidates: readonly Place[] }): Place | undefined => {
    const best = candidates.at(-1)
    return candidates.length === 1 || (best !== undefined && best.rank >= fame) ? best : undefined
  }
  const sure = found.map((one) => clear(one)?.at).filter((at) => at !== undefined)
  const result = new Map<string, Coordinates>()
  for (const one of found) {
    const place = clear(one)?.at ?? nearest(one.candidates, sure)
    if (place !== undefined) result.set(one.name, place)
  }
  return result
}

function nearest(candidates: readonly Place[], others: readonly Coordinates[]): Coordinates | undefined {
  if (others.length === 0) return candidates.at(-1)?.at
  const distance = ({ at }: Place) => Math.min(...others.map((other) => geoDistance([...at], [...other])))
  return candidates.toSorted((one, other) => distance(one) - distance(other))[0]?.at
}
