import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { Formalization, FormalizeEvent } from './formalizer.ts'
import { type Judgement, uncoveredCode } from './judge-translations.ts'

/** Says what the best attempt came to. */
export function* concludeFormalization(
  domain: PlanningDomain,
  { diagnostics, facts, uncovered }: Judgement,
  attempts: number,
): Generator<FormalizeEvent, Formalization> {
  const errors = diagnostics.filter((one) => one.severity === 'error' && one.code !== uncoveredCode)
  const isWhole = uncovered.length === 0 && errors.length === 0
  const status = isWhole ? 'formalized' : facts.length === 0 && uncovered.length > 0 ? 'malformed' : 'incomplete'
  yield {
    type: 'formalization',
    status,
    facts: [...facts],
    uncovered: [...uncovered],
    diagnostics: [...diagnostics],
    attempts,
  }
  switch (status) {
    case 'formalized':
      return { status, domain, facts }
    case 'incomplete':
      return { status, domain, facts, uncovered, errors: errors.map(({ message }) => message) }
    case 'malformed':
      return { status, diagnostics }
  }
}
