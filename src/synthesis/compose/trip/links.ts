import type { SlotList, SlotValue } from '../../problem-text.ts'
import type { TripLink } from './content.ts'
import type { TripWriter } from './writer.ts'

/** The cities that one city has flights to, of one kind. */
export interface Hub {
  readonly hub: string
  readonly to: readonly string[]
}

const maxInHub = 8

/** Every two-way link as two links one way. */
export function oneWays(links: readonly TripLink[]): TripLink[] {
  return links.flatMap(({ a, b, isTwoWay }) =>
    isTwoWay
      ? [
          { a, b, isTwoWay: false },
          { a: b, b: a, isTwoWay: false },
        ]
      : [{ a, b, isTwoWay: false }],
  )
}

/** The same links named once again from their other end, as in a full list of neighbours. */
export function fromBothEnds(links: readonly TripLink[]): TripLink[] {
  return links.flatMap((link) => [link, { ...link, a: link.b, b: link.a }])
}

/** Links by the city that they leave, each link once. */
export function hubsOf(links: readonly TripLink[]): Hub[] {
  const hubs = new Map<string, string[]>()
  for (const { a, b } of links) hubs.set(a, [...(hubs.get(a) ?? []), b])
  return [...hubs].flatMap(([hub, all]) => {
    const parts: Hub[] = []
    for (let at = 0; at < all.length; at += maxInHub) parts.push({ hub, to: all.slice(at, at + maxInHub) })
    return parts
  })
}

export function hubSlots(writer: TripWriter, { hub, to }: Hub): { hub: SlotValue; to: SlotList } {
  const items = to.map((name) => ({ template: '{city}', parts: { city: writer.city(name) } }))
  return { hub: writer.city(hub), to: writer.list(items) }
}

/** Pairs in one list, each in the form of its kind. */
export function pairList(
  writer: TripWriter,
  links: readonly TripLink[],
  form: { readonly twoWayGroup?: string; readonly hasCommas?: true } = {},
): SlotList {
  const twoWay = writer.template(form.twoWayGroup ?? 'item-pair-both')
  const oneWay = writer.template('item-pair-oneway')
  const items = links.map(({ a, b, isTwoWay }) => {
    const [one, other] = [writer.city(a), writer.city(b)]
    return isTwoWay
      ? { template: twoWay, parts: { a: one, b: other, from: null, to: null } }
      : { template: oneWay, parts: { from: one, to: other, a: null, b: null } }
  })
  return writer.list(items, form.hasCommas ? { separator: ', ', lastSeparator: ', ' } : pairSeparators(writer))
}

function pairSeparators(writer: TripWriter): { separator: string; lastSeparator: string } {
  return writer.random.pick([
    { separator: ', ', lastSeparator: ', ' },
    { separator: ', ', lastSeparator: ', ' },
    { separator: ', ', lastSeparator: ', and ' },
    { separator: ', ', lastSeparator: ' and ' },
    { separator: '; ', lastSeparator: '; ' },
  ])
}
