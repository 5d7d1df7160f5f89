import { hourTicks } from '../picture/clock.ts'
import { layLegend } from '../picture/picture-legend.tsx'
import type { Box, PicturePoint } from '../picture/picture-model.ts'
import { textWidth } from '../picture/text-width.ts'
import { planStrings } from '../strings.ts'
import type { CalendarBlockKind, CalendarDay, CalendarPicture, Candidate } from './calendar-picture.ts'

export const rowHeight = 20
const headHeight = 18
const choiceHeight = 14
const tickHeight = 14
const bandGap = 10
const dayGap = 10
/** Below this a day's hours can't be told apart: the days go on beneath. */
const leastDayWidth = 104

export interface PlacedCandidate {
  readonly candidate: Candidate
  /** The stretch of the asked length, over all lanes. */
  readonly slot: Box
  /** The middle of its sign. */
  readonly sign: { readonly x: number; readonly y: number }
  readonly signSize: number
}

export interface PlacedDay {
  readonly day: CalendarDay
  readonly x: number
  readonly width: number
  /** Upper edges: of the day's name, its lanes, the row of choices, the hours. */
  readonly y: number
  readonly lanesY: number
  readonly choicesY: number
  readonly ticksY: number
  /** A name that would run into the next day's is left out. */
  readonly ticks: readonly { readonly at: number; readonly x: number; readonly isNamed: boolean }[]
  readonly candidates: readonly PlacedCandidate[]
  readonly at: (minute: number) => number
}

export interface CalendarLayout {
  readonly nameWidth: number
  readonly bands: readonly (readonly PlacedDay[])[]
  readonly legend: ReturnType<typeof layLegend>
  readonly legendY: number
  readonly height: number
  readonly points: readonly PicturePoint[]
}

export type CalendarSign = CalendarBlockKind | 'proposal' | 'clash' | 'possible' | 'rejected'

/** Where everything of a calendar stands at a width in px: days side by side as long as they have room. */
export function layCalendar(picture: CalendarPicture, width: number): CalendarLayout {
  const { axis, days } = picture
  const names = [...(days[0]?.lanes.map(({ person }) => person) ?? []), planStrings.calendar.choices]
  const nameWidth = Math.ceil(Math.min(Math.max(...names.map((name) => textWidth(name, 11))) + 8, width * 0.26, 120))
  const mostInBand = Math.max(1, Math.floor((width - nameWidth) / leastDayWidth))
  const bandCount = Math.max(1, Math.ceil(days.length / mostInBand))
  const inBand = Math.ceil(days.length / bandCount)
  const dayWidth = (width - nameWidth - 6) / inBand - dayGap
  const lanesHeight = (days[0]?.lanes.length ?? 0) * rowHeight
  const bandHeight = headHeight + lanesHeight + choiceHeight + tickHeight
  const bands = Array.from({ length: bandCount }, (_, band) => {
    const y = band * (bandHeight + bandGap)
    return days.slice(band * inBand, (band + 1) * inBand).map((day, index): PlacedDay => {
      const x = nameWidth + index * (dayWidth + dayGap)
      const at = (minute: number) => x + ((minute - axis.from) / (axis.to - axis.from)) * dayWidth
      const lanesY = y + headHeight
      const choicesY = lanesY + lanesHeight
      const ticks = hourTicks(axis, dayWidth).map((minute) => {
        const isNamed = index === inBand - 1 || at(minute) < x + dayWidth - 12
        return { at: minute, x: at(minute), isNamed }
      })
      const placed = { day, x, width: dayWidth, y, lanesY, choicesY, ticksY: choicesY + choiceHeight, ticks, at }
      return { ...placed, candidates: placeCandidates(placed) }
    })
  })
  const legendY = bandCount * (bandHeight + bandGap) - bandGap + 8
  const legend = layLegend(legendEntries(picture), width)
  return { nameWidth, bands, legend, legendY, height: legendY + legend.height, points: bands.flat().flatMap(pointsOf) }
}

function placeCandidates({ at, choicesY, day, lanesY }: Omit<PlacedDay, 'candidates'>): PlacedCandidate[] {
  return day.candidates.map((candidate, index) => {
    const x = at(candidate.startMin)
    const next = day.candidates[index + 1]
    const room = next === undefined ? at(candidate.endMin) - x : at(next.startMin) - x
    return {
      candidate,
      slot: { x, y: lanesY, width: at(candidate.endMin) - x, height: choicesY - lanesY },
      // A sign stands where its time begins: under the first half of its cell.
      sign: { x: x + Math.min(room, 12) / 2, y: choicesY + choiceHeight / 2 },
      signSize: Math.max(3, Math.min(6, room - 2)),
    }
  })
}

/** Each choice can be pointed at over all lanes, from its beginning to the next one's. */
function pointsOf({ candidates, choicesY, lanesY, x, width }: PlacedDay): PicturePoint[] {
  return candidates.map(({ candidate, slot }, index) => {
    const next = candidates[index + 1]
    const end = next === undefined ? Math.min(x + width, slot.x + slot.width) : next.slot.x
    return {
      id: `${candidate.day} ${candidate.startMin}`,
      label: candidate.label,
      boxes: [{ x: slot.x, y: lanesY, width: Math.max(1, end - slot.x), height: choicesY + choiceHeight - lanesY }],
      factIndices: candidate.reasons.flatMap((one) => one.factIndices),
    }
  })
}

/** Only what is there is explained. */
function legendEntries({ days }: CalendarPicture): { id: CalendarSign; words: string }[] {
  const kinds = new Set<CalendarSign>(['proposal'])
  for (const { candidates, lanes } of days) {
    for (const { blocks } of lanes) for (const { kind } of blocks) kinds.add(kind)
    for (const { reasons, state } of candidates) {
      if (state !== 'chosen') kinds.add(state)
      else if (reasons.length > 0) kinds.add('clash')
    }
  }
  const order: readonly CalendarSign[] = [
    'proposal',
    'clash',
    'busy',
    'not-free',
    'unwanted',
    'free',
    'possible',
    'rejected',
  ]
  return order.filter((kind) => kinds.has(kind)).map((id) => ({ id, words: planStrings.calendar.legend[id] }))
}
