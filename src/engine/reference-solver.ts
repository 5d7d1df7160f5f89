import { printProgram } from '../pipeline/print-program.ts'
import type { Fact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { SolveOutcome } from '../prolog/prolog-engine.ts'
import { createTauEngine } from '../prolog/tau/tau-engine.ts'

/** Solves problems from facts that are known to be right: what a model is measured against. */
export interface ReferenceSolver {
  solve(domain: PlanningDomain, facts: readonly Fact[]): Promise<SolveOutcome>
  /** Undefined where a limit was reached. */
  isSatisfiable(domain: PlanningDomain, facts: readonly Fact[]): Promise<boolean | undefined>
  dispose(): Promise<void>
}

export function openReferenceSolver(): ReferenceSolver {
  const prolog = createTauEngine()
  const solve = (domain: PlanningDomain, facts: readonly Fact[]) =>
    prolog.solve({ program: printProgram(domain, facts), goal: domain.query, trusted: true })
  return {
    solve,
    async isSatisfiable(domain, facts) {
      const { status } = await solve(domain, facts)
      if (status === 'answers') return true
      return status === 'no-answer' ? false : undefined
    },
    dispose: () => prolog.dispose(),
  }
}
