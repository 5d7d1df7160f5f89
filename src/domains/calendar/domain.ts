import { readFileSync } from 'node:fs'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import { calendarAgenda } from './agenda.ts'
import { calendarConcerns } from './concerns.ts'
import { calendarFacts } from './facts.ts'
import { generateCalendar } from './generate.ts'
import { importCalendarPlan } from './import-plan.ts'
import { lintCalendar } from './lint.ts'
import { calendarSlot, describeCalendarPlan, readCalendarPlan } from './plan.ts'
import { readCalendarFact } from './read-fact.ts'
import { calendarSolverFacts } from './solver-facts.ts'
import { validateCalendar } from './validate.ts'

/** A time for one meeting that suits everyone. */
export const calendarDomain: PlanningDomain = {
  id: 'calendar',
  title: 'Calendar',
  factSchema: calendarFacts,
  rules: readFileSync(new URL('./rules.pl', import.meta.url), 'utf8'),
  query: 'schedule(Day, Start, End)',
  background: ['participant', 'day', 'days'],
  solverFacts: calendarSolverFacts,
  lint: lintCalendar,
  readPlan: readCalendarPlan,
  validate: validateCalendar,
  describe: (plan, _facts, style) => describeCalendarPlan(plan, style),
  exportPlan: calendarSlot,
  importPlan: importCalendarPlan,
  agenda: calendarAgenda,
  concerns: calendarConcerns,
  readFact: readCalendarFact,
  generate: generateCalendar,
}
