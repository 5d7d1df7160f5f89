import type { TripContent, TripLink } from './content.ts'
import { fromBothEnds, type Hub, hubSlots, hubsOf, oneWays, pairList } from './links.ts'
import type { Telling } from './telling.ts'
import type { TripWriter } from './writer.ts'

type Page = Pick<Telling, 'writer' | 'layout'>
type WriteHub = (slots: ReturnType<typeof hubSlots>) => void

const both = (a: string, b: string) => [{ predicate: 'flight', args: [a, b], ifWritten: true }]
const directed = (a: string, b: string) => [{ predicate: 'flight_oneway', args: [a, b], ifWritten: true }]

/** Flights on lines of their own, under headings that say which way they go where the lines don't. */
export function lineFlights(page: Page, trip: TripContent): void {
  const { writer, layout } = page
  if (trip.isAllConnected) {
    writer.line(layout.bullet(0)).put('all-connected', {}, true)
    return
  }
  if (trip.links.length === 0) return
  const write = writer.random.pick([
    asPairs,
    asPairs,
    asOneLine,
    byHeading,
    byHeading,
    asHubs,
    asHubs,
    asHubsByHeading,
    asDepartures,
  ])
  write(page, trip.links)
}

const twoWayOf = (links: readonly TripLink[]) => links.filter((link) => link.isTwoWay)
const oneWayOf = (links: readonly TripLink[]) => links.filter((link) => !link.isTwoWay)

function asPairs({ writer, layout }: Page, links: readonly TripLink[]): void {
  layout.heading('flights-intro')
  const writeBoth = writer.seriesOf(writer.template('item-pair-both'), both('a', 'b'))
  const writeOne = writer.seriesOf(writer.template('item-pair-oneway'), directed('from', 'to'))
  links.forEach(({ a, b, isTwoWay }, index) => {
    writer.line(layout.bullet(index))
    if (isTwoWay) writeBoth({ a: writer.city(a), b: writer.city(b) })
    else writeOne({ from: writer.city(a), to: writer.city(b) })
  })
}

function asOneLine({ writer, layout }: Page, links: readonly TripLink[]): void {
  layout.heading('flights-intro')
  writer.line()
  const facts = [...both('pairs.a', 'pairs.b'), ...directed('pairs.from', 'pairs.to')]
  writer.seriesOf('{pairs}', facts)({ pairs: pairList(writer, links) })
}

function byHeading({ writer, layout }: Page, links: readonly TripLink[]): void {
  if (twoWayOf(links).length > 0) layout.heading('head-both')
  neutralPairs({ writer, layout }, twoWayOf(links), both('a', 'b'))
  if (oneWayOf(links).length > 0) layout.heading('head-oneway')
  neutralPairs({ writer, layout }, oneWayOf(links), directed('a', 'b'))
}

/** Pairs in a form that leaves the direction to the heading. */
function neutralPairs({ writer, layout }: Page, links: readonly TripLink[], facts: ReturnType<typeof both>): void {
  const template = writer.template('item-pair-neutral')
  const write = writer.seriesOf(template, facts)
  const isInline = links.length < 13 && writer.random.chance(0.35)
  links.forEach(({ a, b }, index) => {
    if (!isInline || index === 0) writer.line(isInline ? '' : layout.bullet(index))
    else writer.write(template.includes(',') ? '; ' : ', ')
    write({ a: writer.city(a), b: writer.city(b) })
  })
}

function asHubs({ writer, layout }: Page, links: readonly TripLink[]): void {
  layout.heading('flights-intro')
  hubLines({ writer, layout }, neighbours(writer, links), writer.series('hub-line-both'))
  if (oneWayOf(links).length === 0) return
  if (writer.random.chance(0.5)) layout.heading('head-oneway')
  hubLines({ writer, layout }, hubsOf(oneWayOf(links)), writer.series('hub-line-oneway'))
}

function asHubsByHeading({ writer, layout }: Page, links: readonly TripLink[]): void {
  const template = writer.template('hub-line-neutral')
  if (twoWayOf(links).length > 0) layout.heading('head-both')
  hubLines({ writer, layout }, neighbours(writer, links), writer.seriesOf(template, both('hub', 'to.city')))
  if (oneWayOf(links).length > 0) layout.heading('head-oneway')
  hubLines({ writer, layout }, hubsOf(oneWayOf(links)), writer.seriesOf(template, directed('hub', 'to.city')))
}

function asDepartures({ writer, layout }: Page, links: readonly TripLink[]): void {
  layout.heading('head-adjacency-oneway')
  const template = writer.template('hub-line-neutral')
  hubLines({ writer, layout }, hubsOf(oneWays(links)), writer.seriesOf(template, directed('hub', 'to.city')))
}

/** Two-way links by city: each once, or a full list in which each stands at both ends. */
function neighbours(writer: TripWriter, links: readonly TripLink[]): Hub[] {
  const twoWay = twoWayOf(links)
  return hubsOf(writer.random.chance(0.35) ? fromBothEnds(twoWay) : twoWay)
}

function hubLines({ writer, layout }: Page, hubs: readonly Hub[], write: WriteHub): void {
  const isInline = hubs.length < 7 && writer.random.chance(0.18)
  hubs.forEach((hub, index) => {
    if (isInline && index > 0) writer.write('; ')
    else writer.line(isInline ? '' : layout.bullet(index))
    write(hubSlots(writer, hub))
  })
}
