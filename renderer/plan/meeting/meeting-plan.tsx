import { clock } from '../picture/clock.ts'
import { PictureFrame } from '../picture/picture-frame.tsx'
import type { PictureTableModel } from '../picture/picture-model.ts'
import type { PicturePlanProps } from '../picture/picture-props.ts'
import { planStrings } from '../strings.ts'
import { MeetingDrawing } from './meeting-drawing.tsx'
import { windowTimes } from './meeting-facts.ts'
import { layMeeting } from './meeting-layout.ts'
import { type MeetingAxis, type MeetingPicture, meetingPicture } from './meeting-picture.ts'

const words = planStrings.meeting

/** A day of meetings, person by person; nothing for a plan of another shape. */
export function MeetingPlan({ axis, facts, plan, quietSteps, ...frame }: PicturePlanProps<MeetingAxis>) {
  const picture = meetingPicture({ plan, facts, axis, quietSteps })
  if (picture === undefined) return null
  const layout = layMeeting(picture, frame.size.width / (frame.size.scale ?? 1))
  return (
    <PictureFrame
      {...frame}
      label={words.label}
      hint={words.hint}
      height={layout.height}
      points={layout.points}
      table={meetingTable(picture)}
    >
      {(_pictureId, pointed) => <MeetingDrawing picture={picture} layout={layout} pointed={pointed} />}
    </PictureFrame>
  )
}

function meetingTable({ lanes }: MeetingPicture): PictureTableModel {
  return {
    caption: words.caption,
    head: words.head,
    rows: lanes.map(({ person, place, visit, windows }) => [
      person ?? words.start,
      place,
      windows.map(windowTimes).join(', '),
      visit === undefined
        ? person === undefined
          ? ''
          : words.notMetSign
        : `${clock(visit.startMin)} – ${clock(visit.endMin)}`,
      visit?.hasWay === true ? words.travel(visit.arriveMin - visit.leaveMin) : '',
      visit !== undefined && visit.startMin > visit.arriveMin ? words.travel(visit.startMin - visit.arriveMin) : '',
    ]),
  }
}
