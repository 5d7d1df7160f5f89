import type { Box } from '../picture/picture-model.ts'
import { textWidth } from '../picture/text-width.ts'

export interface LabelSpot {
  readonly name: string
  readonly x: number
  readonly y: number
}

export interface PlacedLabel {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

const lineHeight = 12
const fontSize = 11

/** Names beside their spots without one over the other or over a spot; a name that finds no room is left out. */
export function placeLabels(
  spots: readonly LabelSpot[],
  { frame, obstacles, radius }: { frame: Box; radius: number; obstacles: readonly Box[] },
): PlacedLabel[] {
  const taken: Box[] = [...obstacles, ...spots.map((spot) => around(spot, radius))]
  return spots.flatMap((spot): PlacedLabel[] => {
    const width = textWidth(spot.name, fontSize)
    for (const { anchor, dx, dy } of positions(radius)) {
      const x = spot.x + dx
      const y = spot.y + dy
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
      const box = { x: left, y: y - lineHeight + 3, width, height: lineHeight }
      if (!isInside(box, frame) || taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      return [{ name: spot.name, x, y, anchor }]
    }
    return []
  })
}

export function around({ x, y }: { readonly x: number; readonly y: number }, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
}

function positions(radius: number): { dx: number; dy: number; anchor: PlacedLabel['anchor'] }[] {
  const near = radius + 3
  const near45 = radius * 0.7 + 2
  return [
    { dx: near, dy: 4, anchor: 'start' },
    { dx: -near, dy: 4, anchor: 'end' },
    { dx: 0, dy: -near - 1, anchor: 'middle' },
    { dx: 0, dy: near + 9, anchor: 'middle' },
    { dx: near45, dy: -near45, anchor: 'start' },
    { dx: near45, dy: near45 + 8, anchor: 'start' },
    { dx: -near45, dy: -near45, anchor: 'end' },
    { dx: -near45, dy: near45 + 8, anchor: 'end' },
    { dx: near, dy: -10, anchor: 'start' },
    { dx: near, dy: 18, anchor: 'start' },
    { dx: -near, dy: -10, anchor: 'end' },
    { dx: -near, dy: 18, anchor: 'end' },
  ]
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  )
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}
