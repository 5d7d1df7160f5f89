import type { Fact } from '../../../src/planning/fact.ts'
import { clock } from '../picture/clock.ts'
import { nameKey, placeKey } from '../picture/names.ts'

/** When somebody can be met somewhere; an open end is undefined. */
export interface Window {
  readonly person: string
  readonly place: string
  readonly fromMin: number | undefined
  readonly toMin: number | undefined
  readonly factIndex: number
}

export function readWindows(facts: readonly Fact[]): Window[] {
  return facts.flatMap(({ args: [person, place, from, to], predicate }, factIndex): Window[] => {
    if (predicate !== 'available' || typeof person !== 'string' || typeof place !== 'string') return []
    if (typeof from === 'string' || typeof to === 'string') return []
    return [{ person, place, fromMin: from ?? undefined, toMin: to ?? undefined, factIndex }]
  })
}

export interface LaneStay {
  readonly person: string | undefined
  readonly place: string
  /** Where one comes from. */
  readonly cameFrom: string | undefined
}

/** Facts about a meeting beside when it can be: how long it has to be, and the way there; of the start that it is one. */
export function factsOfLane(facts: readonly Fact[], { cameFrom, person, place }: LaneStay): number[] {
  const isPlace = (value: unknown, wanted: string | undefined) =>
    typeof value === 'string' && wanted !== undefined && placeKey(value) === placeKey(wanted)
  return facts.flatMap(({ args: [first, second], predicate }, factIndex) => {
    switch (predicate) {
      case 'start':
        return person === undefined && isPlace(first, place) ? [factIndex] : []
      case 'meet_min':
        return person !== undefined && typeof first === 'string' && nameKey(first) === nameKey(person)
          ? [factIndex]
          : []
      case 'travel': {
        const isThere = isPlace(first, cameFrom) && isPlace(second, place)
        const isBack = isPlace(second, cameFrom) && isPlace(first, place)
        return isThere || isBack ? [factIndex] : []
      }
      default:
        return []
    }
  })
}

/** "from 9:00 to 10:00", with either end open. */
export function windowTimes({ fromMin, toMin }: Window): string {
  if (fromMin === undefined) return toMin === undefined ? 'all day' : `until ${clock(toMin)}`
  return toMin === undefined ? `from ${clock(fromMin)} on` : `from ${clock(fromMin)} to ${clock(toMin)}`
}
