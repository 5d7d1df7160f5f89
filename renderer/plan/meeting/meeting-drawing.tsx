import { clock } from '../picture/clock.ts'
import { colors } from '../picture/picture-colors.ts'
import { PictureLegend } from '../picture/picture-legend.tsx'
import type { PicturePoint } from '../picture/picture-model.ts'
import { fitText, textWidth } from '../picture/text-width.ts'
import { planStrings } from '../strings.ts'
import { laneHeight, type MeetingLayout, type MeetingSign } from './meeting-layout.ts'
import type { MeetingLane, MeetingPicture } from './meeting-picture.ts'
import { Stay, Way } from './visit-drawing.tsx'

const words = planStrings.meeting

export interface MeetingDrawingProps {
  readonly picture: MeetingPicture
  readonly layout: MeetingLayout
  readonly pointed: PicturePoint | undefined
}

/** Who can be met when, and the one line of the day through them. */
export function MeetingDrawing({ layout, picture, pointed }: MeetingDrawingProps) {
  const { lanesEnd, middle, ticks } = layout
  const startLane = picture.lanes.findIndex(({ person }) => person === undefined)
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick.at}>
          <line x1={tick.x} x2={tick.x} y1="0" y2={lanesEnd} stroke={colors.line} />
          <text x={tick.x} y={lanesEnd + 12} fontSize="10" textAnchor="middle" fill={colors.ink3}>
            {clock(tick.at)}
          </text>
        </g>
      ))}
      {picture.lanes.map((lane, index) => (
        <Lane key={lane.key} lane={lane} index={index} layout={layout} isPointed={lane.key === pointed?.id} />
      ))}
      {picture.start !== undefined && startLane >= 0 && (
        <g>
          <circle cx={layout.at(picture.start.timeMin)} cy={middle(startLane)} r="4" fill={colors.ink} />
          <text x={layout.at(picture.start.timeMin) + 8} y={middle(startLane) + 4} fontSize="10">
            {clock(picture.start.timeMin)}
          </text>
        </g>
      )}
      {picture.visits.map((one) => (
        <Way key={`${one.visit.person} ${one.visit.startMin}`} placed={one} layout={layout} />
      ))}
      {picture.visits.map((one) => (
        <Stay key={`${one.visit.person} ${one.visit.startMin}`} placed={one} layout={layout} />
      ))}
      <PictureLegend
        legend={layout.legend}
        y={layout.legendY}
        sign={(id) => <MeetingSignMark sign={id as MeetingSign} />}
      />
    </>
  )
}

interface LaneProps {
  readonly lane: MeetingLane
  readonly index: number
  readonly layout: MeetingLayout
  readonly isPointed: boolean
}

function Lane({ index, isPointed, lane, layout }: LaneProps) {
  const { at, middle, nameWidth } = layout
  const y = middle(index)
  const isLeftOut = lane.person !== undefined && lane.visit === undefined
  const ends = { from: layout.nameWidth, to: at(layout.ticks.at(-1)?.at ?? 0) }
  return (
    <g>
      <line x1="0" x2="100%" y1={index * laneHeight} y2={index * laneHeight} stroke={colors.line} />
      <text x="0" y={y - 2} fontWeight={isPointed ? 600 : 500} fill={isLeftOut ? colors.ink3 : colors.ink}>
        {fitText(lane.person ?? words.start, nameWidth - 6, 11)}
      </text>
      <text x="0" y={y + 11} fontSize="10" fill={colors.ink3}>
        {fitText(lane.place, nameWidth - 6, 10)}
      </text>
      {lane.windows.map(({ factIndex, fromMin, toMin }) => {
        const x = fromMin === undefined ? ends.from : at(fromMin)
        const width = (toMin === undefined ? Math.max(ends.to, x) : at(toMin)) - x
        // Beside a window that is too short for it.
        const isInside = textWidth(words.notMetSign, 10) + 8 <= width
        return (
          <g key={factIndex}>
            <rect
              x={x}
              y={y - 10}
              width={Math.max(2, width)}
              height="20"
              rx="3"
              fill={colors.quiet}
              stroke={isPointed ? colors.ink : colors.ink3}
              strokeWidth={isPointed ? 1.75 : 0.75}
            />
            {isLeftOut && (
              <text x={isInside ? x + 6 : x + width + 5} y={y + 4} fontSize="10" fill={colors.ink3}>
                {words.notMetSign}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

function MeetingSignMark({ sign }: { readonly sign: MeetingSign }) {
  switch (sign) {
    case 'meeting':
      return (
        <rect
          x="0.5"
          y="0.5"
          width="15"
          height="9"
          rx="2"
          fill={colors.outcome}
          fillOpacity="0.36"
          stroke={colors.outcome}
        />
      )
    case 'quiet':
      return (
        <rect x="0.5" y="0.5" width="15" height="9" rx="2" fill={colors.ink3} fillOpacity="0.22" stroke={colors.ink3} />
      )
    case 'travel':
      return <path d="M1 1L15 9" stroke={colors.ink} strokeWidth="1.75" />
    case 'wait':
      return <path d="M0 5H16" stroke={colors.ink} strokeWidth="1.75" strokeDasharray="1.5 3" />
    default:
      return (
        <rect
          x="0.5"
          y="0.5"
          width="15"
          height="9"
          rx="2"
          fill={colors.quiet}
          stroke={colors.ink3}
          strokeWidth="0.75"
        />
      )
  }
}
