import { layLegend } from '../picture/picture-legend.tsx'
import type { PicturePoint } from '../picture/picture-model.ts'
import { wrapText } from '../picture/text-width.ts'
import { planStrings } from '../strings.ts'
import { type FlightGraph, layGraph } from './flight-graph.ts'
import { layMap, type TripMap } from './trip-map.ts'
import type { TripPicture } from './trip-picture.ts'
import { layStrip, type TripStrip } from './trip-strip.ts'

const words = planStrings.trip
const gap = 14
export const titleHeight = 16
export const noteHeight = 13

export type TripSign = keyof typeof words.legend

export interface Panel {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface TripLayout {
  readonly strip: TripStrip
  readonly map: TripMap
  readonly mapPanel: Panel
  readonly graph: FlightGraph
  readonly graphPanel: Panel
  /** What the map can't show, in lines beneath it. */
  readonly notes: readonly string[]
  readonly legend: ReturnType<typeof layLegend>
  readonly legendY: number
  readonly height: number
  readonly points: readonly PicturePoint[]
}

/** The strip over the map and the flights: side by side where there is room, else one beneath the other. */
export function layTrip(picture: TripPicture, width: number): TripLayout {
  const strip = layStrip(picture, width)
  const isWide = width >= 560 && picture.flights.kind === 'listed'
  const panel = {
    width: isWide ? (width - gap) / 2 : width,
    height: isWide ? Math.min(320, width * 0.3) : Math.min(320, width * 0.66),
  }
  const top = strip.height + gap + titleHeight
  const map = layMap(picture, panel)
  const notes = noteLines(map, panel.width)
  const mapHeight = map.spots.length === 0 ? 0 : panel.height
  const mapEnd = top + mapHeight + notes.length * noteHeight + (notes.length > 0 ? 4 : 0)
  const graphHeight = picture.flights.kind === 'listed' ? panel.height : noteHeight
  const graphY = isWide ? top : mapEnd + gap + titleHeight
  const graphPanel = { x: isWide ? panel.width + gap : 0, y: graphY, width: panel.width, height: graphHeight }
  const legend = layLegend(legendEntries(picture), width)
  const legendY = Math.max(mapEnd, graphPanel.y + graphPanel.height) + 10
  return {
    strip,
    map,
    mapPanel: { x: 0, y: top, width: panel.width, height: mapHeight },
    graph: layGraph(picture, { width: panel.width, height: graphHeight }),
    graphPanel,
    notes,
    legend,
    legendY,
    height: legendY + legend.height,
    points: picture.stays.map((stay) => ({
      id: String(stay.step),
      label: stay.label,
      boxes: strip.lines.flatMap(({ stays }) => stays.flatMap((placed) => (placed.stay === stay ? [placed.box] : []))),
      factIndices: stay.factIndices,
    })),
  }
}

function noteLines({ crowded, unplaced }: TripMap, width: number): string[] {
  return [
    ...(crowded.length === 0 ? [] : wrapText(words.crowded(crowded.join(', ')), width, 10)),
    ...(unplaced.length === 0 ? [] : wrapText(words.unplaced(unplaced.join(', ')), width, 10)),
  ]
}

function legendEntries({ events, flights, legs, stays }: TripPicture): { id: TripSign; words: string }[] {
  const signs: TripSign[] = ['stay']
  if (legs.length > 0) signs.push('shared')
  if (events.length > 0) signs.push('event')
  if (legs.length > 0) signs.push('taken')
  if (flights.kind === 'listed') signs.push('flight')
  if (legs.some(({ isMissing }) => isMissing)) signs.push('missing')
  if (stays.some(({ isQuiet }) => isQuiet)) signs.push('quiet')
  return signs.map((id) => ({ id, words: words.legend[id] }))
}
