import type { Box } from '../picture/picture-model.ts'
import { textWidth } from '../picture/text-width.ts'
import type { PictureStay, TripPicture } from './trip-picture.ts'

const leastCell = 20
const mostCell = 72
const eventRow = 14
const numberRow = 14
export const cellHeight = 26
const labelRow = 14
const lineGap = 8
/** A name beneath may stand so far right of its stay. */
const mostShift = 16

export interface PlacedStay {
  readonly stay: PictureStay
  /** Corners of the slanted block, as an SVG path. */
  readonly path: string
  readonly box: Box
  /** Its name, inside or beneath; a part on a further line may have none. */
  readonly name: { readonly x: number; readonly y: number; readonly leadFrom: number | undefined } | undefined
}

export interface PlacedEvent {
  readonly city: string
  /** Of its bracket. */
  readonly x: number
  readonly width: number
  readonly y: number
  /** Its name: on the bracket, or beside one that is too short for it. */
  readonly name: { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' }
}

export interface StripLine {
  readonly days: readonly { readonly day: number; readonly x: number; readonly isShared: boolean }[]
  readonly numbersY: number
  readonly stays: readonly PlacedStay[]
  readonly events: readonly PlacedEvent[]
}

export interface TripStrip {
  readonly cellWidth: number
  readonly lines: readonly StripLine[]
  readonly height: number
}

/** The days in a row, or in as many rows as they need to be read; a day of a flight is cut aslant between its cities. */
export function layStrip(picture: TripPicture, width: number): TripStrip {
  const { days } = picture.axis
  const lineCount = Math.ceil(days / Math.max(1, Math.floor(width / leastCell)))
  const perLine = Math.ceil(days / lineCount)
  const cellWidth = Math.min(mostCell, width / perLine)
  let y = 0
  const lines = Array.from({ length: lineCount }, (_, index): StripLine => {
    const line = { first: index * perLine + 1, last: Math.min(days, (index + 1) * perLine), cellWidth }
    const { events, rows } = placeEvents(picture, line, { y, width })
    const numbersY = y + rows * eventRow
    const { height, stays } = placeStays(picture, line, { y: numbersY + numberRow, width })
    y = numbersY + numberRow + height + lineGap
    const numbers = Array.from({ length: line.last - line.first + 1 }, (_each, offset) => line.first + offset)
    return {
      days: numbers.map((day) => ({
        day,
        x: (day - line.first + 0.5) * cellWidth,
        isShared: picture.legs.some((leg) => leg.day === day),
      })),
      numbersY,
      stays,
      events,
    }
  })
  return { cellWidth, lines, height: y - lineGap }
}

interface Line {
  readonly first: number
  readonly last: number
  readonly cellWidth: number
}

function placeEvents(
  { events }: TripPicture,
  line: Line,
  at: { y: number; width: number },
): { events: PlacedEvent[]; rows: number } {
  const ends: number[] = []
  const placed = events
    .filter(({ from, to }) => from <= line.last && to >= line.first)
    .toSorted((one, other) => one.from - other.from)
    .map(({ city, from, to }): PlacedEvent => {
      const x = (Math.max(from, line.first) - line.first) * line.cellWidth
      const width = (Math.min(to, line.last) + 1 - line.first) * line.cellWidth - x
      const { name, room } = nameEvent(city, { x, width }, at.width)
      const free = ends.findIndex((end) => end <= room.from)
      const row = free < 0 ? ends.length : free
      ends[row] = room.to
      return { city, x, width, y: at.y + row * eventRow, name }
    })
  return { events: placed, rows: ends.length }
}

function nameEvent(city: string, { width, x }: { x: number; width: number }, lineWidth: number) {
  const needs = textWidth(city, 10)
  if (needs + 14 <= width)
    return { name: { x: x + width / 2, anchor: 'middle' as const }, room: { from: x, to: x + width } }
  const [before, after] = [x - needs - 4, x + width + needs + 6]
  return after <= lineWidth || before < 0
    ? { name: { x: x + width + 3, anchor: 'start' as const }, room: { from: x, to: after } }
    : { name: { x: x - 3, anchor: 'end' as const }, room: { from: before, to: x + width } }
}

function placeStays(
  picture: TripPicture,
  line: Line,
  at: { y: number; width: number },
): { stays: PlacedStay[]; height: number } {
  const labelEnds: number[] = []
  const here = picture.stays.filter(({ from, to }) => from <= line.last && to >= line.first)
  const stays = here.map((stay): PlacedStay => {
    const [left, right] = [
      edge({ stay, stays: picture.stays }, line, 'from'),
      edge({ stay, stays: picture.stays }, line, 'to'),
    ]
    const [top, bottom] = [at.y, at.y + cellHeight]
    const path = `M${left.top} ${top}H${right.top}L${right.bottom} ${bottom}H${left.bottom}Z`
    const start = Math.min(left.top, left.bottom)
    const box = { x: start, y: top, width: Math.max(right.top, right.bottom) - start, height: cellHeight }
    const inner = { from: Math.max(left.top, left.bottom), to: Math.min(right.top, right.bottom) }
    const needs = textWidth(stay.city, 11)
    const middle = (left.top + left.bottom + right.top + right.bottom) / 4
    // A slanted end leaves room for half a letter at the text's height.
    if (needs <= inner.to - inner.from + line.cellWidth * 0.6 - 4 && needs <= box.width - 8) {
      return { stay, path, box, name: { x: middle, y: at.y + cellHeight / 2 + 4, leadFrom: undefined } }
    }
    const from = Math.min(Math.max(0, middle - needs / 2), Math.max(0, at.width - needs))
    const free = labelEnds.findIndex((end) => end + 6 <= from + mostShift && end + 6 + needs <= at.width)
    const row = free < 0 ? labelEnds.length : free
    const x = Math.max(from, (labelEnds[row] ?? -6) + 6)
    labelEnds[row] = x + needs
    return {
      stay,
      path,
      box,
      name: { x: x + needs / 2, y: at.y + cellHeight + 12 + row * labelRow, leadFrom: middle },
    }
  })
  return { stays, height: cellHeight + labelEnds.length * labelRow + (labelEnds.length > 0 ? 4 : 0) }
}

/** Where a stay begins or ends on a line: slanted on a day that it shares, straight at a line's end. */
function edge(
  { stay, stays }: { stay: PictureStay; stays: readonly PictureStay[] },
  line: Line,
  side: 'from' | 'to',
): { top: number; bottom: number } {
  const day = stay[side]
  const isCut = side === 'from' ? day < line.first : day > line.last
  if (isCut) {
    const x = side === 'from' ? 0 : (line.last - line.first + 1) * line.cellWidth
    return { top: x, bottom: x }
  }
  const sharing = stays.filter(({ from, to }) => from <= day && to >= day)
  const place = sharing.indexOf(stay) + (side === 'from' ? 0 : 1)
  const cell = (day - line.first) * line.cellWidth
  const middle = cell + (place / sharing.length) * line.cellWidth
  const slant = place === 0 || place === sharing.length ? 0 : line.cellWidth / sharing.length
  return { top: middle + slant, bottom: middle - slant }
}
