import type { CalendarConstraints } from './calendar-constraints.ts'
import type { MeetingConstraints, TravelMatrix } from './meeting-constraints.ts'
import type { TripConstraints } from './trip-constraints.ts'

/** A problem's constraints, and whether there is a plan at all. */
export type Constraints =
  | { readonly task: 'calendar'; readonly constraints: CalendarConstraints }
  | { readonly task: 'trip'; readonly constraints: TripConstraints }
  | {
      readonly task: 'meeting'
      readonly constraints: MeetingConstraints
      /** What counts as the way from one place to another. */
      readonly travel: TravelMatrix
      /** The greatest number of people who can be met. */
      readonly optimum: number
    }
