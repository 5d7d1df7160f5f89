import { hourTicks } from '../picture/clock.ts'
import { layLegend } from '../picture/picture-legend.tsx'
import type { PicturePoint } from '../picture/picture-model.ts'
import { textWidth } from '../picture/text-width.ts'
import { planStrings } from '../strings.ts'
import type { MeetingPicture } from './meeting-picture.ts'

export const laneHeight = 32
const tickHeight = 16
const words = planStrings.meeting

export type MeetingSign = keyof typeof words.legend

export interface MeetingLayout {
  readonly nameWidth: number
  readonly lanesEnd: number
  readonly ticks: readonly { readonly at: number; readonly x: number }[]
  readonly legend: ReturnType<typeof layLegend>
  readonly legendY: number
  readonly height: number
  readonly points: readonly PicturePoint[]
  readonly at: (minute: number) => number
  /** The middle of a lane. */
  readonly middle: (lane: number) => number
}

/** A lane for each person over one axis of time. */
export function layMeeting(picture: MeetingPicture, width: number): MeetingLayout {
  const { axis, lanes, visits } = picture
  const longest = Math.max(
    ...lanes.map(({ person, place }) => Math.max(textWidth(person ?? words.start, 11), textWidth(place, 10))),
  )
  const nameWidth = Math.ceil(Math.min(longest + 8, width * 0.3, 170))
  // Half of the last hour's label stands beyond the axis.
  const timeWidth = width - nameWidth - 18
  const at = (minute: number) => nameWidth + ((minute - axis.from) / (axis.to - axis.from)) * timeWidth
  const lanesEnd = lanes.length * laneHeight
  const signs: MeetingSign[] = ['meeting']
  if (visits.some(({ visit }) => visit.hasWay)) signs.push('travel')
  if (visits.some(({ visit }) => visit.startMin > visit.arriveMin)) signs.push('wait')
  signs.push('window')
  if (visits.some(({ isQuiet }) => isQuiet)) signs.push('quiet')
  const legend = layLegend(
    signs.map((id) => ({ id, words: words.legend[id] })),
    width,
  )
  const legendY = lanesEnd + tickHeight + 8
  return {
    nameWidth,
    lanesEnd,
    ticks: hourTicks(axis, timeWidth).map((minute) => ({ at: minute, x: at(minute) })),
    legend,
    legendY,
    height: legendY + legend.height,
    points: lanes.map(({ factIndices, key, label }, index) => ({
      id: key,
      label,
      boxes: [{ x: 0, y: index * laneHeight, width, height: laneHeight }],
      factIndices,
    })),
    at,
    middle: (lane) => (lane + 0.5) * laneHeight,
  }
}
