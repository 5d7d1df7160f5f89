import { readFileSync } from 'node:fs'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import { meetingAgenda } from './agenda.ts'
import { meetingConcerns } from './concerns.ts'
import { meetingFacts } from './facts.ts'
import { generateMeeting } from './generate.ts'
import { importMeetingPlan } from './import-plan.ts'
import { lintMeeting } from './lint.ts'
import { describeMeetingPlan, exportMeetingPlan, readMeetingPlan } from './plan.ts'
import { readMeetingFact } from './read-fact.ts'
import { meetingSolverFacts } from './solver-facts.ts'
import { validateMeeting } from './validate.ts'

/** As many people as possible in one day. */
export const meetingDomain: PlanningDomain = {
  id: 'meeting',
  title: 'Meeting',
  factSchema: meetingFacts,
  rules: readFileSync(new URL('./rules.pl', import.meta.url), 'utf8'),
  query: 'tour(Place, Time, Meetings)',
  background: ['available', 'travel', 'travel_default', 'travel_at', 'area', 'travel_within', 'travel_across'],
  solverFacts: meetingSolverFacts,
  lint: lintMeeting,
  readPlan: readMeetingPlan,
  validate: validateMeeting,
  describe: (plan, _facts, style) => describeMeetingPlan(plan, style),
  exportPlan: exportMeetingPlan,
  importPlan: importMeetingPlan,
  agenda: meetingAgenda,
  concerns: meetingConcerns,
  readFact: readMeetingFact,
  generate: generateMeeting,
}
