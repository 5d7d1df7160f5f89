import type { Fact, FactArgument } from '../../planning/fact.ts'

/** The name of a place or area as it is compared: without case, article and double spaces. For the validator only. */
export function spot(value: FactArgument | undefined): string {
  const words = String(value ?? '')
    .trim()
    .toLowerCase()
    .split(/\s+/)
  return (words.length > 1 && words[0] === 'the' ? words.slice(1) : words).join(' ')
}

/** The area that a rule speaks of, or any. */
const area = (value: FactArgument | undefined) => (value === null || value === undefined ? null : spot(value))

function createAreaJudge(facts: readonly Fact[]): (from: string, to: string) => number | null {
  const areas = new Map<string, string[]>()
  for (const { predicate, args } of facts) {
    if (predicate === 'area') areas.set(spot(args[0]), [...(areas.get(spot(args[0])) ?? []), spot(args[1])])
  }
  const within = facts.filter(({ predicate }) => predicate === 'travel_within')
  const across = facts.filter(({ predicate }) => predicate === 'travel_across')
  return (from, to) => {
    const [left, right] = [areas.get(from) ?? [], areas.get(to) ?? []]
    const shared = left.filter((each) => right.includes(each))
    let best: { length: number; rank: number } | null = null
    for (const { args } of within) {
      const inside = area(args[0])
      const rank = inside === null ? 0.5 : 2.5
      const fits = inside === null ? shared.length > 0 : shared.includes(inside)
      if (fits && (best === null || rank > best.rank)) best = { length: Number(args[1]), rank }
    }
    for (const { args } of across) {
      const [one, other] = [area(args[0]), area(args[1])]
      const joins = (a: string, b: string) =>
        a !== b && (((one ?? a) === a && (other ?? b) === b) || ((one ?? b) === b && (other ?? a) === a))
      const rank = Number(one !== null) + Number(other !== null)
      if (!left.some((a) => right.some((b) => joins(a, b)))) continue
      if (best === null || rank > best.rank) best = { length: Number(args[2]), rank }
    }
    return best?.length ?? null
  }
}

/** What the facts say about one pair of places, without any detour. */
function createPairJudge(facts: readonly Fact[]): (from: string, to: string) => number | null {
  const byArea = createAreaJudge(facts)
  const pairs = new Map<string, number>()
  const slow = new Map<string, number>()
  for (const { predicate, args } of facts) {
    const pair = `${spot(args[0])} > ${spot(args[1])}`
    if (predicate === 'travel' && !pairs.has(pair)) pairs.set(pair, Number(args[2]))
    if (predicate === 'travel_at' && !slow.has(spot(args[0]))) slow.set(spot(args[0]), Number(args[1]))
  }
  const anywhere = facts.find(({ predicate }) => predicate === 'travel_default')?.args[0]
  return (from, to) => {
    const stated = pairs.get(`${from} > ${to}`) ?? pairs.get(`${to} > ${from}`) ?? byArea(from, to)
    if (stated !== null) return stated
    const slowest = Math.max(slow.get(from) ?? -1, slow.get(to) ?? -1)
    if (slowest >= 0) return slowest
    return typeof anywhere === 'number' ? anywhere : null
  }
}

/** Minutes of the way between two places, as the facts' doc orders the rules of travel; null where nobody knows it. */
export function createTravelJudge(facts: readonly Fact[]): (from: string, to: string) => number | null {
  const places = new Set<string>()
  for (const { predicate, args } of facts) {
    if (['start', 'area', 'travel_at', 'travel'].includes(predicate)) places.add(spot(args[0]))
    if (predicate === 'travel' || predicate === 'available') places.add(spot(args[1]))
  }
  const pair = createPairJudge(facts)
  const stated = new Map<string, Map<string, number>>()
  for (const from of places) {
    const row = new Map<string, number>()
    for (const to of places) {
      const length = from === to ? 0 : pair(from, to)
      if (length !== null) row.set(to, length)
    }
    stated.set(from, row)
  }
  // Dijkstra from one place, asked for only where a pair is not stated.
  const detour = (from: string, to: string): number | null => {
    const reached = new Map([[from, 0]])
    const settled = new Set<string>()
    for (;;) {
      const next = [...reached].filter(([place]) => !settled.has(place)).sort((one, other) => one[1] - other[1])[0]
      if (next === undefined) return null
      const [place, length] = next
      if (place === to) return length
      settled.add(place)
      for (const [further, more] of stated.get(place) ?? []) {
        reached.set(further, Math.min(reached.get(further) ?? Number.POSITIVE_INFINITY, length + more))
      }
    }
  }
  return (from, to) => {
    const [one, other] = [spot(from), spot(to)]
    return one === other ? 0 : (stated.get(one)?.get(other) ?? detour(one, other))
  }
}
