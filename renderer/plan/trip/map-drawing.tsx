import { nameKey } from '../picture/names.ts'
import { colors } from '../picture/picture-colors.ts'
import { LegLine, legKind } from './leg-line.tsx'
import { spotRadius, type TripMap } from './trip-map.ts'

export interface MapDrawingProps {
  readonly map: TripMap
  readonly pointedCity: string | undefined
  readonly clipId: string
}

/** Land and borders, the cities with their place in the trip, the flights as arcs. */
export function MapDrawing({ clipId, map, pointedCity }: MapDrawingProps) {
  return (
    <>
      <clipPath id={clipId}>
        <rect width={map.width} height={map.height} />
      </clipPath>
      <g clipPath={`url(#${clipId})`}>
        <rect width={map.width} height={map.height} fill={colors.quiet} />
        <path d={map.land} fill={colors.paper} stroke={colors.lineStrong} strokeWidth="0.75" />
        <path d={map.borders} fill="none" stroke={colors.line} strokeWidth="0.75" />
      </g>
      <rect x="0.5" y="0.5" width={map.width - 1} height={map.height - 1} fill="none" stroke={colors.line} />
      {map.legs.map(({ arc, leg }) => (
        <LegLine key={`${leg.from} ${leg.to} ${leg.day}`} arc={arc} kind={legKind(leg)} hasArrow />
      ))}
      {map.spots.map(({ name, number, x, y }) => {
        const isPointed = pointedCity !== undefined && nameKey(name) === nameKey(pointedCity)
        return (
          <g key={name} transform={`translate(${x} ${y})`}>
            <circle
              r={number === undefined ? 3 : spotRadius}
              fill={isPointed ? colors.ink : colors.paper}
              stroke={number === undefined ? colors.ink3 : colors.ink}
              strokeWidth={1.25}
            />
            {number !== undefined && (
              <text
                y="3.2"
                fontSize="9"
                fontWeight="600"
                textAnchor="middle"
                fill={isPointed ? colors.paper : colors.ink}
              >
                {number}
              </text>
            )}
          </g>
        )
      })}
      {map.labels.map(({ anchor, name, x, y }) => (
        <text
          key={name}
          x={x}
          y={y}
          textAnchor={anchor}
          stroke={colors.paper}
          strokeWidth="3"
          strokeLinejoin="round"
          paintOrder="stroke"
          fontWeight={pointedCity !== undefined && nameKey(name) === nameKey(pointedCity) ? 600 : 400}
        >
          {name}
        </text>
      ))}
    </>
  )
}
