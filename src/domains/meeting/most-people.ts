/** A window in which a person can be met, for the least length that counts. */
export interface Window {
  readonly person: string
  readonly place: string
  readonly from: number
  readonly to: number
  readonly length: number
}

export interface Day {
  /** Null where no start is stated: then the first meeting takes no travel. */
  readonly start: { readonly place: string; readonly time: number } | null
  readonly windows: readonly Window[]
  readonly travel: (from: string, to: string) => number | null
}

/** Sets of one size that are looked at; beyond that the greatest number is not known. */
const mostLabels = 40_000
/** Sets of people are sets of bits in a 32-bit number. */
const mostKnown = 30

interface Label {
  readonly seen: number
  /** The window that came last; -1 at the start. */
  readonly last: number
  readonly time: number
}

/**
 * The greatest number of people who can be met, by growing every set of people met one by one and keeping, for each set
 * and last window, the earliest time at which it can be done. Null where there are too many sets to try.
 */
export function mostPeople({ start, windows, travel }: Day): number | null {
  const people = [...new Set(windows.map(({ person }) => person))]
  if (people.length > mostKnown) return null
  const bits = windows.map(({ person }) => 2 ** people.indexOf(person))
  const fromStart = windows.map(({ place }) => (start === null ? 0 : travel(start.place, place)))
  const ways = windows.map((one) => windows.map((other) => travel(one.place, other.place)))
  let layer: Label[] = [{ seen: 0, last: -1, time: start?.time ?? 0 }]
  for (let met = 0; ; met++) {
    const next = new Map<number, Label>()
    for (const label of layer) {
      for (const [index, { from, to, length }] of windows.entries()) {
        const bit = bits[index] ?? 0
        const way = (ways[label.last] ?? fromStart)[index] ?? null
        if ((label.seen & bit) !== 0 || way === null) continue
        const end = Math.max(from, label.time + way) + length
        const seen = label.seen | bit
        const key = seen * windows.length + index
        if (end <= to && end < (next.get(key)?.time ?? Number.POSITIVE_INFINITY)) {
          next.set(key, { seen, last: index, time: end })
        }
      }
      if (next.size > mostLabels) return null
    }
    if (next.size === 0) return met
    layer = [...next.values()]
  }
}
