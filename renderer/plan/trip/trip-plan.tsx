import { PictureFrame } from '../picture/picture-frame.tsx'
import type { PictureTableModel } from '../picture/picture-model.ts'
import type { PicturePlanProps } from '../picture/picture-props.ts'
import { planStrings } from '../strings.ts'
import { TripDrawing } from './trip-drawing.tsx'
import { layTrip } from './trip-layout.ts'
import { type TripAxis, type TripPicture, tripPicture } from './trip-picture.ts'

const words = planStrings.trip

/** A trip by its days, on the map and among the flights; nothing for a plan of another shape. */
export function TripPlan({ axis, facts, plan, quietSteps, ...frame }: PicturePlanProps<TripAxis>) {
  const picture = tripPicture({ plan, facts, axis, quietSteps })
  if (picture === undefined) return null
  const layout = layTrip(picture, frame.size.width / (frame.size.scale ?? 1))
  return (
    <PictureFrame
      {...frame}
      label={words.label}
      hint={words.hint}
      height={layout.height}
      points={layout.points}
      table={tripTable(picture)}
    >
      {(pictureId, pointed) => (
        <TripDrawing picture={picture} layout={layout} pictureId={pictureId} pointed={pointed} />
      )}
    </PictureFrame>
  )
}

function tripTable({ axis, legs, stays }: TripPicture): PictureTableModel {
  return {
    caption: words.caption(axis.days),
    head: words.head,
    rows: stays.map(({ city, events, from, to }, index) => {
      const reached = legs[index - 1]
      return [
        city,
        words.days(from, to),
        reached === undefined ? '' : reached.isMissing ? words.noFlight(reached.from, city) : reached.from,
        events.map((event) => words.event(event.city, words.days(event.from, event.to))).join(' '),
      ]
    }),
  }
}
