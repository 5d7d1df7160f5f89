import { clock } from '../picture/clock.ts'
import { colors } from '../picture/picture-colors.ts'
import { textWidth } from '../picture/text-width.ts'
import { planStrings } from '../strings.ts'
import { laneHeight, type MeetingLayout } from './meeting-layout.ts'
import type { MeetingPicture } from './meeting-picture.ts'

const words = planStrings.meeting

export interface VisitProps {
  readonly placed: MeetingPicture['visits'][number]
  readonly layout: MeetingLayout
}

/** How one gets to a meeting: the way as a slanted line, waiting as a dotted one. */
export function Way({ layout, placed: { fromLane, isQuiet, lane, visit } }: VisitProps) {
  const { at, middle } = layout
  const [leave, arrive, begin] = [at(visit.leaveMin), at(visit.arriveMin), at(visit.startMin)]
  const [top, bottom] = [middle(fromLane), middle(lane)]
  const ink = isQuiet ? colors.ink3 : colors.ink
  const label = words.travel(visit.arriveMin - visit.leaveMin)
  const waiting = words.wait(visit.startMin - visit.arriveMin)
  return (
    <g fontSize="10">
      {fromLane >= 0 && fromLane !== lane && (
        <path
          data-way={visit.hasWay ? 'travel' : 'none'}
          d={`M${leave} ${top}L${arrive} ${bottom}`}
          stroke={ink}
          strokeWidth={visit.hasWay ? 1.75 : 0.75}
          fill="none"
        />
      )}
      {visit.hasWay && fromLane >= 0 && fromLane !== lane && (
        <text
          {...besideWay({ leave, arrive, top, bottom })}
          fill={ink}
          stroke={colors.paper}
          strokeWidth="2"
          paintOrder="stroke"
        >
          {label}
        </text>
      )}
      {begin > arrive && (
        <>
          <path
            data-way="wait"
            d={`M${arrive} ${bottom}H${begin}`}
            stroke={ink}
            strokeWidth="1.75"
            strokeDasharray="1.5 3"
            fill="none"
          />
          <circle cx={arrive} cy={bottom} r="2.25" fill={ink} />
          {textWidth(waiting, 10) + 6 <= begin - arrive && (
            <text
              x={(arrive + begin) / 2}
              y={bottom + 12}
              textAnchor="middle"
              fill={colors.ink2}
              stroke={colors.paper}
              strokeWidth="3"
              paintOrder="stroke"
            >
              {waiting}
            </text>
          )}
        </>
      )}
    </g>
  )
}

/** Between two lanes, where no bar stands, right of the way's line. */
function besideWay(way: { leave: number; arrive: number; top: number; bottom: number }): { x: number; y: number } {
  const between = Math.round((way.top + way.bottom) / 2 / laneHeight) * laneHeight
  const part = (between - way.top) / (way.bottom - way.top)
  // A flat line runs on under the first letters.
  const slope = Math.abs((way.arrive - way.leave) / (way.bottom - way.top))
  return { x: way.leave + (way.arrive - way.leave) * part + 5 + 4 * slope, y: between + 3.5 }
}

/** The meeting itself, with as much of its times as has room. */
export function Stay({ layout, placed: { isQuiet, lane, visit } }: VisitProps) {
  const x = layout.at(visit.startMin)
  const y = layout.middle(lane)
  const width = layout.at(visit.endMin) - x
  const [whole, begin] = [`${clock(visit.startMin)}–${clock(visit.endMin)}`, clock(visit.startMin)]
  const label = [whole, begin].find((one) => textWidth(one, 10) + 6 <= width) ?? ''
  return (
    <g>
      <rect x={x} y={y - 10} width={Math.max(2, width)} height="20" rx="3" fill={colors.paper} />
      <rect
        x={x}
        y={y - 10}
        width={Math.max(2, width)}
        height="20"
        rx="3"
        fill={isQuiet ? colors.ink3 : colors.outcome}
        fillOpacity={isQuiet ? 0.22 : 0.36}
        stroke={isQuiet ? colors.ink3 : colors.outcome}
        strokeWidth="1.25"
      />
      <text x={x + width / 2} y={y + 4} fontSize="10" textAnchor="middle" fill={colors.ink}>
        {label}
      </text>
    </g>
  )
}
