import type { RandomSource } from '../../base/random.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'
import type { Difficulty } from '../../planning/planning-domain.ts'
import { sampleAreas, samplePeople, samplePlaces } from '../sample-names.ts'

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })

function matrix(random: RandomSource, places: readonly string[], oneWay: boolean): Fact[] {
  const spots = places.map((place) => ({ place, x: random.integer(0, 20), y: random.integer(0, 20) }))
  return spots.flatMap((from, index) =>
    spots.flatMap((to, other) => {
      if (other === index || (other < index && !oneWay)) return []
      const way = Math.hypot(from.x - to.x, from.y - to.y)
      return [fact('travel', from.place, to.place, Math.max(1, Math.round(way + random.integer(1, 5))))]
    }),
  )
}

function exceptions(random: RandomSource, places: readonly string[]): Fact[] {
  const pairs = places.slice(1).map((place) => [random.pick(places.filter((other) => other !== place)), place] as const)
  return random.sample(pairs, random.integer(0, 2)).map(([from, to]) => fact('travel', from, to, random.integer(2, 40)))
}

function ways(random: RandomSource, places: readonly string[]): Fact[] {
  const style = random.next()
  const minutes = () => 5 * random.integer(1, 8)
  if (style < 0.35) return matrix(random, places, true)
  if (style < 0.5) return matrix(random, places, false)
  if (style < 0.65) {
    const slow = random.chance(0.4) ? [fact('travel_at', random.pick(places), minutes() + 10)] : []
    return [fact('travel_default', minutes()), ...slow, ...exceptions(random, places)]
  }
  if (style < 0.75) {
    // Stops along a line.
    const line = random.shuffle(places)
    return line.slice(1).map((place, index) => fact('travel', line[index] ?? place, place, minutes()))
  }
  if (style < 0.85) {
    const [hub = '', ...spokes] = random.shuffle(places)
    return spokes.map((spoke) => fact('travel', hub, spoke, minutes()))
  }
  const areas = random.sample(sampleAreas, Math.min(places.length, random.integer(2, 3)))
  const within = random.chance(0.5)
    ? [fact('travel_within', null, minutes())]
    : areas.map((area) => fact('travel_within', area, minutes()))
  const across = areas.flatMap((one, index) =>
    areas.slice(index + 1).map((other) => fact('travel_across', one, other, minutes() + 10)),
  )
  return [
    ...random.shuffle(places).map((place, index) => fact('area', place, areas[index] ?? random.pick(areas))),
    ...within,
    ...(random.chance(0.5) ? [fact('travel_across', null, null, minutes() + 10)] : across),
    ...exceptions(random, places),
  ]
}

function windows(random: RandomSource, who: string, place: string): Fact[] {
  const from = 15 * random.integer(28, 72)
  const to = Math.min(1425, from + 15 * random.integer(1, 24))
  const shape = random.next()
  if (shape < 0.06) return [fact('available', who, place, null, to)]
  if (shape < 0.12) return [fact('available', who, place, from, null)]
  const second = fact('available', who, place, Math.min(1320, to + 60), Math.min(1410, to + 180))
  return [fact('available', who, place, from, to), ...(shape < 0.2 ? [second] : [])]
}

/** One to eleven people; the harder, the more of them want one's time at once. */
export function generateMeeting(random: RandomSource, difficulty: Difficulty): Fact[] {
  const many = random.integer(1, 1 + Math.round(10 * difficulty))
  const people = random.sample(samplePeople, many)
  const places = random.sample(samplePlaces, random.chance(0.8) ? many + 1 : Math.max(2, many))
  const [first = '', ...others] = places
  const length = () => 15 * random.integer(1, 8)
  const general = random.chance(0.2)
  return [
    fact('start', first, 15 * random.integer(28, 44)),
    ...people.flatMap((who, index) => [
      ...windows(random, who, others[index % others.length] ?? first),
      ...(general && random.chance(0.7) ? [] : [fact('meet_min', who, length())]),
    ]),
    ...(general ? [fact('meet_min', null, length())] : []),
    ...ways(random, places),
  ]
}
