import type { ReactNode } from 'react'
import { colors } from './picture-colors.ts'
import { textWidth } from './text-width.ts'

export interface LegendEntry {
  readonly id: string
  readonly words: string
}

export const legendRowHeight = 16
const signWidth = 20
const fontSize = 10

/** Where each entry of a legend stands; as many rows as it needs. */
export function layLegend(entries: readonly LegendEntry[], width: number) {
  let x = 0
  let row = 0
  const placed = entries.map((entry) => {
    const needs = signWidth + textWidth(entry.words, fontSize) + 12
    if (x > 0 && x + needs > width) {
      x = 0
      row += 1
    }
    const at = { ...entry, x, y: row * legendRowHeight }
    x += needs
    return at
  })
  return { placed, height: entries.length === 0 ? 0 : (row + 1) * legendRowHeight }
}

export interface PictureLegendProps {
  readonly legend: ReturnType<typeof layLegend>
  readonly y: number
  /** The sign of an entry, 16 px wide and 10 px high. */
  readonly sign: (id: string) => ReactNode
}

/** What the signs of a picture mean. */
export function PictureLegend({ legend, sign, y }: PictureLegendProps) {
  return (
    <g transform={`translate(0 ${y})`} fontSize={fontSize} fill={colors.ink2}>
      {legend.placed.map((entry) => (
        <g key={entry.id} transform={`translate(${entry.x} ${entry.y})`}>
          {sign(entry.id)}
          <text x={signWidth} y="9">
            {entry.words}
          </text>
        </g>
      ))}
    </g>
  )
}
