import { nameKey } from '../picture/names.ts'
import { colors } from '../picture/picture-colors.ts'
import { type FlightGraph, nodeRadius } from './flight-graph.ts'
import { LegLine, legKind } from './leg-line.tsx'

/** Flights that there are as thin lines, those of the trip in ink over them. */
export function GraphDrawing({
  graph,
  pointedCity,
}: {
  readonly graph: FlightGraph
  readonly pointedCity: string | undefined
}) {
  return (
    <>
      {graph.others.map(({ id, isOneWay, line }) => (
        <LegLine key={id} arc={line} kind="flight" hasArrow={isOneWay} />
      ))}
      {graph.legs.map(({ leg, line }) => (
        <LegLine key={`${leg.from} ${leg.to} ${leg.day}`} arc={line} kind={legKind(leg)} hasArrow />
      ))}
      {graph.nodes.map(({ city, isVisited, label, x, y }) => {
        const isPointed = pointedCity !== undefined && nameKey(city) === nameKey(pointedCity)
        return (
          <g key={city}>
            <circle
              cx={x}
              cy={y}
              r={isPointed ? nodeRadius + 2 : nodeRadius}
              fill={isVisited ? colors.ink : colors.paper}
              stroke={isVisited ? colors.ink : colors.ink3}
            />
            <text
              x={label.x}
              y={label.y}
              textAnchor={label.anchor}
              fontWeight={isPointed ? 600 : 400}
              fill={isVisited ? colors.ink : colors.ink3}
            >
              {label.text}
            </text>
          </g>
        )
      })}
    </>
  )
}
