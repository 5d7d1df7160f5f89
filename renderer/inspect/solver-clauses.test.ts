import { expect, it } from 'vitest'
import { tripSolverFacts } from '../../src/domains/trip/solver-facts.ts'
import { printProgram } from '../../src/pipeline/print-program.ts'
import type { PlanningDomain } from '../../src/planning/planning-domain.ts'
import { printFact } from '../../src/prolog/facts.ts'
import { solverClauses } from './solver-clauses.ts'

it('are those that the engine gave to the rules', () => {
  const facts = [
    { predicate: 'total_days', args: [3] },
    { predicate: 'stay', args: ['Linz', 3] },
  ]

  const domain = { solverFacts: tripSolverFacts, rules: 'rule(X) :-\n  hop(X, _).' } as unknown as PlanningDomain

  expect(solverClauses(printProgram(domain, facts))).toEqual(tripSolverFacts(facts).map(printFact))
})

it('are none in another program', () => {
  expect(solverClauses('a.\n\nb.')).toEqual([])
  expect(solverClauses(undefined)).toEqual([])
})
