import { CalendarPlan } from './calendar/calendar-plan.tsx'
import { MeetingPlan } from './meeting/meeting-plan.tsx'
import type { PicturePlanProps } from './picture/picture-props.ts'
import type { PlanAxis } from './plan-axis.ts'
import { TripPlan } from './trip/trip-plan.tsx'

export type PlanPictureProps = Omit<PicturePlanProps<PlanAxis>, 'outcome'> &
  Partial<Pick<PicturePlanProps<PlanAxis>, 'outcome'>>

/**
 * A plan as a picture, in one SVG; nothing for a domain that has none. Draws the same on a server, and wants of the page
 * around it only the tokens of the theme.
 */
export function PlanPicture({ axis, outcome = 'none', ...props }: PlanPictureProps) {
  const shared = { ...props, outcome }
  switch (props.plan.domain) {
    case 'calendar':
      return <CalendarPlan {...shared} axis={axis?.domain === 'calendar' ? axis : undefined} />
    case 'trip':
      return <TripPlan {...shared} axis={axis?.domain === 'trip' ? axis : undefined} />
    case 'meeting':
      return <MeetingPlan {...shared} axis={axis?.domain === 'meeting' ? axis : undefined} />
    default:
      return null
  }
}
