import type { Fact } from '../../planning/fact.ts'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import type { Substitution } from '../../planning/term.ts'
import { printFacts } from '../../prolog/facts.ts'
import { createTauEngine } from '../../prolog/tau/tau-engine.ts'

export interface TauSolver {
  /** The first answer to the domain's query; null where there is none. Throws where the engine ends in anything else. */
  solve(facts: readonly Fact[]): Promise<{ readonly answer: Substitution | null }>
}

/** The rules on the engine that ships, without the rest of the pipeline. */
export async function createTauSolver(domain: PlanningDomain): Promise<TauSolver> {
  const engine = createTauEngine({ workers: 1 })
  return {
    solve: async (facts) => {
      const program = `${printFacts(domain.solverFacts(facts))}\n${domain.rules}`
      const outcome = await engine.solve({ program, goal: domain.query, trusted: true })
      if (outcome.status === 'answers') return { answer: outcome.answers[0] ?? null }
      if (outcome.status === 'no-answer') return { answer: null }
      throw new Error(`the rules ended in ${outcome.status}`)
    },
  }
}
