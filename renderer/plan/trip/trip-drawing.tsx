import { colors } from '../picture/picture-colors.ts'
import { PictureLegend } from '../picture/picture-legend.tsx'
import type { PicturePoint } from '../picture/picture-model.ts'
import { planStrings } from '../strings.ts'
import { GraphDrawing } from './graph-drawing.tsx'
import { LegSign } from './leg-line.tsx'
import { MapDrawing } from './map-drawing.tsx'
import { StripDrawing } from './strip-drawing.tsx'
import { noteHeight, type TripLayout, type TripSign } from './trip-layout.ts'
import type { TripPicture } from './trip-picture.ts'

const words = planStrings.trip

export interface TripDrawingProps {
  readonly picture: TripPicture
  readonly layout: TripLayout
  readonly pictureId: string
  readonly pointed: PicturePoint | undefined
}

/** The strip of days, the map and the ring of flights. */
export function TripDrawing({ layout, picture, pictureId, pointed }: TripDrawingProps) {
  const { graph, graphPanel, map, mapPanel, notes } = layout
  const pointedCity = picture.stays.find(({ step }) => String(step) === pointed?.id)?.city
  const noteY = mapPanel.y + mapPanel.height + (mapPanel.height > 0 ? 14 : 10)
  return (
    <>
      <StripDrawing strip={layout.strip} pointed={pointed?.id} />
      <text x="0" y={mapPanel.y - 5} fontSize="10" fill={colors.ink3}>
        {words.mapTitle}
      </text>
      {mapPanel.height > 0 && (
        <g transform={`translate(${mapPanel.x} ${mapPanel.y})`}>
          <MapDrawing map={map} pointedCity={pointedCity} clipId={`${pictureId}-map`} />
        </g>
      )}
      {notes.map((line, index) => (
        <text key={line} x="0" y={noteY + index * noteHeight} fontSize="10" fill={colors.ink2}>
          {line}
        </text>
      ))}
      <text x={graphPanel.x} y={graphPanel.y - 5} fontSize="10" fill={colors.ink3}>
        {words.graphTitle}
      </text>
      <g transform={`translate(${graphPanel.x} ${graphPanel.y})`}>
        {graph.kind === 'listed' ? (
          <GraphDrawing graph={graph} pointedCity={pointedCity} />
        ) : (
          <text y="10" fill={colors.ink2}>
            {graph.kind === 'all' ? words.allConnected : words.noFlights}
          </text>
        )}
      </g>
      <PictureLegend legend={layout.legend} y={layout.legendY} sign={(id) => <TripSignMark sign={id as TripSign} />} />
    </>
  )
}

function TripSignMark({ sign }: { readonly sign: TripSign }) {
  switch (sign) {
    case 'stay':
      return (
        <rect x="0.5" y="0.5" width="15" height="9" fill={colors.outcome} fillOpacity="0.22" stroke={colors.outcome} />
      )
    case 'shared':
      return (
        <g stroke={colors.outcome} fill={colors.outcome}>
          <path d="M0.5 0.5H15L1 9.5H0.5Z" fillOpacity="0.36" />
          <path d="M15.5 0.5V9.5H1Z" fillOpacity="0.14" />
        </g>
      )
    case 'event':
      return <path d="M1 8V3H15V8" fill="none" stroke={colors.ink} strokeWidth="1.5" />
    case 'quiet':
      return (
        <rect x="0.5" y="0.5" width="15" height="9" fill={colors.ink3} fillOpacity="0.06" stroke={colors.lineStrong} />
      )
    default:
      return <LegSign kind={sign} />
  }
}
