import { clock } from '../picture/clock.ts'
import { PictureFrame } from '../picture/picture-frame.tsx'
import type { PictureTableModel } from '../picture/picture-model.ts'
import type { PicturePlanProps } from '../picture/picture-props.ts'
import { planStrings } from '../strings.ts'
import type { CalendarAxis } from './calendar-axis.ts'
import { CalendarDrawing } from './calendar-drawing.tsx'
import { layCalendar } from './calendar-layout.ts'
import { type CalendarPicture, calendarPicture } from './calendar-picture.ts'

const words = planStrings.calendar

/** A calendar's plan among the times that could have been; nothing for a plan of another shape. */
export function CalendarPlan({ axis, facts, plan, quietSteps, ...frame }: PicturePlanProps<CalendarAxis>) {
  const picture = calendarPicture({ plan, facts, axis, quietSteps })
  if (picture === undefined) return null
  const layout = layCalendar(picture, frame.size.width / (frame.size.scale ?? 1))
  return (
    <PictureFrame
      {...frame}
      label={words.label}
      hint={words.hint}
      height={layout.height}
      points={layout.points}
      table={calendarTable(picture)}
    >
      {(pictureId, pointed) => (
        <CalendarDrawing picture={picture} layout={layout} pictureId={pictureId} pointed={pointed} />
      )}
    </PictureFrame>
  )
}

/** Each time that could be chosen, and what is against it. */
function calendarTable({ days, proposal }: CalendarPicture): PictureTableModel {
  return {
    caption: words.caption(proposal.day, clock(proposal.startMin), clock(proposal.endMin)),
    head: words.head,
    rows: days.flatMap(({ candidates }) =>
      candidates.map(({ day, endMin, reasons, startMin, state }) => [
        day,
        `${clock(startMin)} – ${clock(endMin)}`,
        words.state[state],
        reasons.map((one) => one.words).join('; '),
      ]),
    ),
  }
}
