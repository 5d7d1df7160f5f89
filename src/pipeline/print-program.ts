import type { Fact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import { printFact } from '../prolog/facts.ts'

/**
 * The Prolog program of a problem: what was stated (as comments, for the reader), the same as the rules want it, and the
 * rules. Every clause is printed by us; no word of a model gets in but as a quoted atom.
 */
export function printProgram(domain: PlanningDomain, facts: readonly Fact[]): string {
  return [
    '% What the problem states',
    ...facts.map((fact) => `% ${printFact(fact).replaceAll('\n', ' ')}`),
    '',
    '% The same, as the rules below want it',
    ...domain.solverFacts(facts).map(printFact),
    '',
    domain.rules,
  ].join('\n')
}
