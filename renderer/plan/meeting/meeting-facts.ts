import type { Fact } from '../../../src/planning/fact.ts'
import { clock } from '../picture/clock.ts'

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

/** "from 9:00 to 10:00", with either end open. */
export function windowTimes({ fromMin, toMin }: Window): string {
  if (fromMin === undefined) return toMin === undefined ? 'all day' : `until ${clock(toMin)}`
  return toMin === undefined ? `from ${clock(fromMin)} on` : `from ${clock(fromMin)} to ${clock(toMin)}`
}
