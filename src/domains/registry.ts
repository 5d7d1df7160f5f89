import type { PlanningDomain } from '../planning/planning-domain.ts'
import { calendarDomain } from './calendar/domain.ts'
import { meetingDomain } from './meeting/domain.ts'
import { tripDomain } from './trip/domain.ts'

/** Every planning domain by its id. */
export const planningDomains: ReadonlyMap<string, PlanningDomain> = new Map(
  [calendarDomain, tripDomain, meetingDomain].map((domain) => [domain.id, domain]),
)
