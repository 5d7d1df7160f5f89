import { colors } from '../picture/picture-colors.ts'
import { cellHeight, type PlacedEvent, type PlacedStay, type TripStrip } from './trip-strip.ts'

/** The days and who has them: a day of a flight is cut aslant between its two cities. */
export function StripDrawing({ pointed, strip }: { readonly strip: TripStrip; readonly pointed: string | undefined }) {
  return (
    <>
      {strip.lines.map((line) => (
        <g key={line.days[0]?.day}>
          {line.events.map((event) => (
            <Event key={`${event.city} ${event.x}`} event={event} />
          ))}
          {line.days.map(({ day, isShared, x }) => (
            <text
              key={day}
              x={x}
              y={line.numbersY + 10}
              fontSize="10"
              textAnchor="middle"
              fontWeight={isShared ? 600 : 400}
              fill={isShared ? colors.ink : colors.ink3}
            >
              {day}
            </text>
          ))}
          {line.stays.map((placed) => (
            <Stay key={placed.stay.step} placed={placed} isPointed={String(placed.stay.step) === pointed} />
          ))}
        </g>
      ))}
    </>
  )
}

function Event({ event: { city, name, width, x, y } }: { readonly event: PlacedEvent }) {
  const bracket = `M${x + 1.5} ${y + 13}V${y + 7}H${x + width - 1.5}V${y + 13}`
  return (
    <g>
      <path d={bracket} fill="none" stroke={colors.ink} strokeWidth="1.5" />
      <text
        x={name.x}
        y={y + 10}
        fontSize="10"
        textAnchor={name.anchor}
        stroke={colors.paper}
        strokeWidth="5"
        paintOrder="stroke"
      >
        {city}
      </text>
    </g>
  )
}

function Stay({ isPointed, placed }: { readonly placed: PlacedStay; readonly isPointed: boolean }) {
  const { box, name, path, stay } = placed
  // Between two stays a flight is a step too.
  const isEven = stay.step % 4 === 0
  const { isQuiet } = stay
  return (
    <g>
      <path d={path} fill={colors.paper} />
      <path
        d={path}
        fill={isQuiet ? colors.ink3 : colors.outcome}
        fillOpacity={isQuiet ? 0.06 : isEven ? 0.36 : 0.14}
        stroke={isQuiet ? colors.lineStrong : colors.outcome}
        strokeWidth={isPointed ? 3 : 1.25}
        strokeLinejoin="round"
      />
      {name !== undefined && (
        <>
          {name.leadFrom !== undefined && (
            <path
              d={`M${name.leadFrom} ${box.y + cellHeight}L${name.x} ${name.y - 10}`}
              stroke={colors.ink3}
              strokeWidth="0.75"
              fill="none"
            />
          )}
          <text
            x={name.x}
            y={name.y}
            textAnchor="middle"
            fontWeight={isPointed ? 600 : 500}
            fill={isQuiet ? colors.ink2 : colors.ink}
          >
            {stay.city}
          </text>
        </>
      )}
    </g>
  )
}
