/** A seeded source of random numbers: the same seed gives the same sequence on every machine. */
export interface RandomSource {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform integer in [low, high], both included. */
  integer(low: number, high: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of the items; throws on an empty list. */
  pick<T>(items: readonly T[]): T
  /** A new array in random order. */
  shuffle<T>(items: readonly T[]): T[]
  /** `count` different items in random order; all of them where there are fewer. */
  sample<T>(items: readonly T[], count: number): T[]
  /** An independent source derived from this one and a name, so that adding a draw here moves nothing there. */
  fork(name: string): RandomSource
}

/** 32-bit FNV-1a of a string. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** mulberry32 (Tommy Ettinger, public domain): small, fast, good enough for test data. */
export function createRandom(seed: number): RandomSource {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const shuffle = <T>(items: readonly T[]): T[] => {
    const result = [...items]
    for (let index = result.length - 1; index > 0; index--) {
      const other = integer(0, index)
      const held = result[index] as T
      result[index] = result[other] as T
      result[other] = held
    }
    return result
  }
  return {
    next,
    integer,
    shuffle,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('pick from an empty list')
      return items[integer(0, items.length - 1)] as (typeof items)[number]
    },
    sample: (items, count) => shuffle(items).slice(0, count),
    fork: (name) => createRandom(hashString(`${seed}/${name}/${state}`)),
  }
}
