import { nameKey } from '../picture/names.ts'
import { fitText, textWidth } from '../picture/text-width.ts'
import { type Bend, bend, type Point, round } from './bend.ts'
import type { PlacedLabel } from './place-labels.ts'
import type { Leg, TripPicture } from './trip-picture.ts'

export const nodeRadius = 4

export interface GraphNode extends Point {
  readonly city: string
  readonly isVisited: boolean
  readonly label: Pick<PlacedLabel, 'x' | 'y' | 'anchor'> & { readonly text: string }
}

export interface FlightGraph {
  readonly nodes: readonly GraphNode[]
  /** Stated flights that the trip does not take. */
  readonly others: readonly { readonly id: string; readonly isOneWay: boolean; readonly line: Bend }[]
  readonly legs: readonly { readonly leg: Leg; readonly line: Bend }[]
  readonly kind: TripPicture['flights']['kind']
}

/** The cities on a ring, in the order of the axis: stated flights as chords, the trip's own over them. */
export function layGraph(picture: TripPicture, size: { readonly width: number; readonly height: number }): FlightGraph {
  const { axis, flights, legs, stays } = picture
  const visited = new Set(stays.map(({ city }) => nameKey(city)))
  const longest = Math.max(...axis.cities.map((city) => textWidth(city, 11)))
  const labelWidth = Math.min(longest, size.width * 0.3)
  const ring = { x: Math.max(24, size.width / 2 - labelWidth - 14), y: size.height / 2 - 22 }
  const nodes = axis.cities.map((city, index): GraphNode => {
    const turn = (index / axis.cities.length) * 2 * Math.PI - Math.PI / 2
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    const at = { x: round(size.width / 2 + ring.x * cos), y: round(size.height / 2 + ring.y * sin) }
    const anchor = cos > 0.2 ? 'start' : cos < -0.2 ? 'end' : 'middle'
    const aside = anchor === 'middle' ? 0 : Math.sign(cos) * (nodeRadius + 4)
    const y = anchor === 'middle' ? at.y + (sin < 0 ? -8 : 16) : at.y + 4 + sin * 4
    const label = { x: round(at.x + aside), y: round(y), anchor, text: fitText(city, labelWidth, 11) } as const
    return { city, ...at, isVisited: visited.has(nameKey(city)), label }
  })
  const node = (city: string) => nodes.find((one) => nameKey(one.city) === nameKey(city))
  const line = (from: string, to: string): Bend | undefined => {
    const [start, end] = [node(from), node(to)]
    return start === undefined || end === undefined ? undefined : bend(start, end, { bulge: 0, gap: nodeRadius + 2 })
  }
  const taken = new Set(
    legs.flatMap(({ from, to }) => [`${nameKey(from)}\n${nameKey(to)}`, `${nameKey(to)}\n${nameKey(from)}`]),
  )
  const others = flights.kind === 'listed' ? flights.flights : []
  return {
    nodes,
    kind: flights.kind,
    others: others.flatMap(({ from, isOneWay, to }) => {
      const chord = taken.has(`${nameKey(from)}\n${nameKey(to)}`) ? undefined : line(from, to)
      return chord === undefined ? [] : [{ id: `${from} ${to}`, isOneWay, line: chord }]
    }),
    legs: legs.flatMap((leg) => {
      const chord = line(leg.from, leg.to)
      return chord === undefined ? [] : [{ leg, line: chord }]
    }),
  }
}
