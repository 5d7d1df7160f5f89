import { readFileSync } from 'node:fs'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import { tripAgenda } from './agenda.ts'
import { tripConcerns } from './concerns.ts'
import { tripFacts } from './facts.ts'
import { generateTrip } from './generate.ts'
import { importTripPlan } from './import-plan.ts'
import { lintTrip } from './lint.ts'
import { describeTripPlan, readTripPlan, tripStays } from './plan.ts'
import { readTripFact } from './read-fact.ts'
import { tripSolverFacts } from './solver-facts.ts'
import { validateTrip } from './validate.ts'

/** A way through several cities by direct flights. */
export const tripDomain: PlanningDomain = {
  id: 'trip',
  title: 'Trip',
  factSchema: tripFacts,
  rules: readFileSync(new URL('./rules.pl', import.meta.url), 'utf8'),
  query: 'itinerary(Stays)',
  background: ['stay', 'flight', 'flight_oneway', 'all_connected'],
  solverFacts: tripSolverFacts,
  lint: lintTrip,
  readPlan: readTripPlan,
  validate: validateTrip,
  describe: (plan, _facts, style) => describeTripPlan(plan, style),
  exportPlan: tripStays,
  importPlan: importTripPlan,
  agenda: tripAgenda,
  concerns: tripConcerns,
  readFact: readTripFact,
  generate: generateTrip,
}
