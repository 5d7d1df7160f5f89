import { clock } from '../picture/clock.ts'
import { colors } from '../picture/picture-colors.ts'
import { PictureLegend } from '../picture/picture-legend.tsx'
import type { PicturePoint } from '../picture/picture-model.ts'
import { patternFill } from '../picture/picture-patterns.tsx'
import { fitText } from '../picture/text-width.ts'
import { planStrings } from '../strings.ts'
import type { CalendarLayout, CalendarSign, PlacedDay } from './calendar-layout.ts'
import { rowHeight } from './calendar-layout.ts'
import type { CalendarBlock, CalendarPicture, Candidate } from './calendar-picture.ts'
import { CalendarSigns, ChoiceSign } from './calendar-signs.tsx'

export interface CalendarDrawingProps {
  readonly picture: CalendarPicture
  readonly layout: CalendarLayout
  readonly pictureId: string
  readonly pointed: PicturePoint | undefined
}

/** The week: lanes of people under each day, busy times, the proposal over all, and each choice beneath. */
export function CalendarDrawing({ layout, picture, pictureId, pointed }: CalendarDrawingProps) {
  const names = picture.days[0]?.lanes ?? []
  return (
    <>
      {layout.bands.map((band) => {
        const [first] = band
        if (first === undefined) return null
        return (
          <g key={first.day.day}>
            {names.map(({ person }, lane) => (
              <text key={person} x="0" y={first.lanesY + lane * rowHeight + 14} fill={colors.ink2}>
                {fitText(person, layout.nameWidth - 6, 11)}
              </text>
            ))}
            <text x="0" y={first.choicesY + 11} fontSize="10" fill={colors.ink3}>
              {fitText(planStrings.calendar.choices, layout.nameWidth - 6, 10)}
            </text>
            {band.map((day) => (
              <Day key={day.day.day} placed={day} picture={picture} pictureId={pictureId} pointed={pointed} />
            ))}
          </g>
        )
      })}
      <PictureLegend
        legend={layout.legend}
        y={layout.legendY}
        sign={(id) => <CalendarSigns sign={id as CalendarSign} pictureId={pictureId} />}
      />
    </>
  )
}

interface DayProps {
  readonly placed: PlacedDay
  readonly picture: CalendarPicture
  readonly pictureId: string
  readonly pointed: PicturePoint | undefined
}

function Day({ picture, pictureId, placed, pointed }: DayProps) {
  const { candidates, choicesY, day, lanesY, ticks, ticksY, width, x, y } = placed
  const looked = candidates.find(({ candidate }) => `${candidate.day} ${candidate.startMin}` === pointed?.id)
  const isProposed = candidates.some(({ candidate }) => candidate.state === 'chosen')
  return (
    <g>
      <text x={x} y={y + 12} fontWeight="600" fill={isProposed ? colors.ink : colors.ink2}>
        {fitText(day.day, width, 11)}
      </text>
      <rect x={x} y={lanesY} width={width} height={choicesY - lanesY} fill={colors.paper} />
      {ticks.map((tick) => (
        <line key={tick.at} x1={tick.x} x2={tick.x} y1={lanesY} y2={choicesY} stroke={colors.line} />
      ))}
      {day.lanes.map(({ blocks, person }, lane) => (
        <g key={person}>
          <line
            x1={x}
            x2={x + width}
            y1={lanesY + lane * rowHeight}
            y2={lanesY + lane * rowHeight}
            stroke={colors.line}
          />
          {blocks.map((block) => (
            <Block
              key={`${block.kind} ${block.fromMin} ${block.toMin}`}
              block={block}
              place={{ placed, lane }}
              pictureId={pictureId}
              isReason={block.factIndices.some((index) => pointed?.factIndices.includes(index)) && looked !== undefined}
            />
          ))}
        </g>
      ))}
      {day.lanes.flatMap(({ blocks, person }, lane) =>
        candidates.map(({ candidate, slot }) =>
          candidate.state === 'chosen' ? (
            <Proposed
              key={`${person} ${candidate.startMin}`}
              box={{ x: slot.x, y: lanesY + lane * rowHeight, width: slot.width }}
              isClash={blocks.some((block) => isInTheWay(block, candidate))}
              isQuiet={picture.isQuiet}
            />
          ) : null,
        ),
      )}
      <line x1={x} x2={x + width} y1={choicesY} y2={choicesY} stroke={colors.lineStrong} />
      {candidates.map(({ candidate, sign, signSize }) => (
        <ChoiceSign key={candidate.startMin} state={candidate.state} x={sign.x} y={sign.y} size={signSize} />
      ))}
      {looked !== undefined && (
        <rect
          data-transient="true"
          {...looked.slot}
          fill={colors.ink}
          fillOpacity="0.06"
          stroke={colors.ink}
          strokeWidth="1.5"
          strokeDasharray="3 2"
        />
      )}
      {ticks
        .filter(({ isNamed }) => isNamed)
        .map((tick) => (
          <text key={tick.at} x={tick.x} y={ticksY + 10} fontSize="10" textAnchor="middle" fill={colors.ink3}>
            {clock(tick.at)}
          </text>
        ))}
    </g>
  )
}

function isInTheWay(block: CalendarBlock, { endMin, reasons, startMin }: Candidate): boolean {
  if (block.kind === 'free' || block.fromMin >= endMin || block.toMin <= startMin) return false
  return reasons.some(({ factIndices }) => factIndices.some((index) => block.factIndices.includes(index)))
}

interface BlockProps {
  readonly block: CalendarBlock
  readonly place: { readonly placed: PlacedDay; readonly lane: number }
  readonly pictureId: string
  /** It is why the choice that is looked at won't do. */
  readonly isReason: boolean
}

function Block({ block, isReason, pictureId, place: { lane, placed } }: BlockProps) {
  const { fromMin, kind, toMin } = block
  const x = placed.at(fromMin)
  const box = { x, y: placed.lanesY + lane * rowHeight + 3, width: placed.at(toMin) - x, height: rowHeight - 6, rx: 2 }
  const stroke = isReason ? { stroke: colors.ink, strokeWidth: 2 } : { stroke: colors.lineStrong, strokeWidth: 1 }
  if (kind === 'free') return <rect {...box} fill="none" {...stroke} stroke={isReason ? colors.ink : colors.ink3} />
  return <rect {...box} fill={patternFill(pictureId, kind)} {...stroke} />
}

interface ProposedProps {
  readonly box: { readonly x: number; readonly y: number; readonly width: number }
  readonly isClash: boolean
  readonly isQuiet: boolean
}

function Proposed({ box, isClash, isQuiet }: ProposedProps) {
  const { width, x, y } = box
  if (!isClash) {
    return <rect {...box} height={rowHeight} fill={colors.outcome} fillOpacity={isQuiet ? 0.25 : 1} />
  }
  const middle = { x: x + width / 2, y: y + rowHeight / 2 }
  return (
    <g stroke={colors.invalid}>
      <rect
        x={x}
        y={y + 1}
        width={width}
        height={rowHeight - 2}
        fill={colors.paper}
        fillOpacity="0.7"
        strokeWidth="2"
      />
      <path d={`M${middle.x - 3} ${middle.y - 3}l6 6m0 -6l-6 6`} strokeWidth="2" />
    </g>
  )
}
