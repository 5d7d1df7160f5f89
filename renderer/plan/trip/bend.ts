export interface Point {
  readonly x: number
  readonly y: number
}

export interface Bend {
  /** An SVG path. */
  readonly path: string
  /** Where an arrow's tip stands, and its direction in degrees. */
  readonly tip: Point & { readonly angle: number }
}

/** An arc from one point to another that keeps `gap` px from both; `bulge` is its height as a part of its length. */
export function bend(from: Point, to: Point, { bulge, gap }: { bulge: number; gap: number }): Bend {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const middle = { x: (from.x + to.x) / 2 + dy * bulge, y: (from.y + to.y) / 2 - dx * bulge }
  const start = towards(from, middle, Math.min(gap, length / 3))
  const end = towards(to, middle, Math.min(gap, length / 3))
  const angle = (Math.atan2(end.y - middle.y, end.x - middle.x) * 180) / Math.PI
  return {
    path: `M${round(start.x)} ${round(start.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`,
    tip: { x: round(end.x), y: round(end.y), angle: round(angle) },
  }
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance }
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
