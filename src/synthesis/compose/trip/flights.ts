import type { TripContent, TripLink } from './content.ts'
import { sayKinds } from './flight-kinds.ts'
import { findChain, findClique, without } from './groups-of-links.ts'
import { hubSlots, hubsOf, pairList } from './links.ts'
import type { TripWriter } from './writer.ts'

/** Says in running text which flights there are. */
export function sayFlights(writer: TripWriter, trip: TripContent): void {
  const { random } = writer
  if (trip.isAllConnected) {
    writer.say('all-connected')
    return
  }
  const links = sayGroups(writer, trip.links)
  if (links.length === 0) return
  const manner = random.pick(['listed', 'listed', 'kinds', 'mixed', 'hubs', 'by kind', 'one by one'])
  if (manner === 'listed') sayPairs(writer, links)
  else if (manner === 'kinds') sayKinds(writer, links)
  else if (manner === 'hubs') sayHubs(writer, links)
  else if (manner === 'by kind') {
    const twoWay = links.filter((link) => link.isTwoWay)
    if (twoWay.length > 0) sayPairs(writer, twoWay)
    sayOneWays(
      writer,
      links.filter((link) => !link.isTwoWay),
    )
  } else if (manner === 'mixed' || links.length > 10) {
    while (links.length > 0) {
      const some = links.splice(0, random.integer(1, Math.max(1, Math.min(9, links.length))))
      random.pick([sayPairs, sayHubs, sayOneByOne])(writer, some)
    }
  } else sayOneByOne(writer, links)
  if (random.chance(0.12)) sayMissing(writer, trip)
}

/** Chains and groups in which everything is connected; returns the links that are left to tell. */
function sayGroups(writer: TripWriter, links: readonly TripLink[]): TripLink[] {
  const { random } = writer
  const isChain = random.chance(0.5)
  if (!random.chance(0.14)) return [...links]
  const cities = isChain ? findChain(links, random) : findClique(links, random)
  if (cities.length < 3) return [...links]
  const name = isChain ? 'chain' : 'cities'
  const separator = writer.template('item-chain')
  const items = cities.map((city) => ({ template: '{city}', parts: { city: writer.city(city) } }))
  const list = writer.list(items, isChain ? { separator, lastSeparator: separator } : undefined)
  const ranges = writer.say(isChain ? 'flights-chain' : 'flights-clique', { [name]: list })
  const all = cities.flatMap((a, i) => cities.slice(i + 1).map((b): [string, string] => [a, b]))
  const pairs = isChain ? all.filter(([a, b]) => cities.indexOf(b) === cities.indexOf(a) + 1) : all
  const slot = (city: string) => ({ value: city, at: ranges[`${name}.city.${cities.indexOf(city)}`] ?? nowhere })
  for (const [a, b] of pairs) writer.fact('flight', [slot(a), slot(b)])
  return without(links, pairs)
}

const nowhere = { start: 0, end: 0 }

function sayPairs(writer: TripWriter, links: readonly TripLink[]): void {
  if (links.length === 1) return sayOneByOne(writer, links)
  const isBetween = links.every((link) => link.isTwoWay) && writer.random.chance(0.35)
  const group = isBetween ? 'flights-between-list' : 'flights-short-list'
  writer.say(group, { pairs: pairList(writer, links, { twoWayGroup: isBetween ? 'item-pair-and' : 'item-pair-both' }) })
}

function sayOneByOne(writer: TripWriter, links: readonly TripLink[]): void {
  for (const { a, b, isTwoWay } of links) {
    writer.say(isTwoWay ? 'flight-both-one' : 'flight-oneway-one', { a: writer.city(a), b: writer.city(b) })
  }
}

function sayOneWays(writer: TripWriter, links: readonly TripLink[]): void {
  if (links.length === 0) return
  if (links.length < 4 && writer.random.chance(0.6)) sayOneByOne(writer, links)
  else if (writer.random.chance(0.5)) sayHubs(writer, links)
  else sayPairs(writer, links)
}

function sayHubs(writer: TripWriter, links: readonly TripLink[]): void {
  const { random } = writer
  for (const hub of hubsOf(links.filter((link) => link.isTwoWay))) {
    const [to] = hub.to
    if (hub.to.length === 1 && to !== undefined) sayOneByOne(writer, [{ a: hub.hub, b: to, isTwoWay: true }])
    else writer.say('flights-hub-both', hubSlots(writer, hub))
  }
  const oneWay = links.filter((link) => !link.isTwoWay)
  if (random.chance(0.75)) for (const hub of hubsOf(oneWay)) writer.say('flights-hub-oneway', hubSlots(writer, hub))
  else {
    for (const { hub, to } of hubsOf(oneWay.map(({ a, b }) => ({ a: b, b: a, isTwoWay: false })))) {
      const { hub: into, to: from } = hubSlots(writer, { hub, to })
      writer.say('flights-into-oneway', { hub: into, from })
    }
  }
}

/** Two cities without a flight: the words of a fact, but none. */
function sayMissing(writer: TripWriter, trip: TripContent): void {
  const [one, other] = writer.random.sample(trip.cities, 2)
  if (one === undefined || other === undefined) return
  const isLinked = trip.links.some(({ a, b }) => [a, b].includes(one.name) && [a, b].includes(other.name))
  if (!isLinked) writer.say('no-flight', { a: writer.city(one.name), b: writer.city(other.name) })
}
