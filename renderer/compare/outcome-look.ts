import type { CellOutcome } from '../../src/planning/cell.ts'
import { type OutcomeKind, outcomeSigns } from '../run/outcome.ts'

/** Which of the outcomes' colours and signs a cell wears; the word beside it says which kind it is. */
const kinds: Readonly<Record<CellOutcome, OutcomeKind>> = {
  right: 'valid',
  consistent: 'valid',
  'wrong-facts': 'invalid',
  rejected: 'invalid',
  malformed: 'invalid',
  'unknown-predicate': 'invalid',
  failed: 'invalid',
  'no-solution': 'unsatisfiable',
  'limit-reached': 'unknown',
  draft: 'unknown',
  'not-a-problem': 'unknown',
  cancelled: 'skipped',
}

export const outcomeKind = (outcome: CellOutcome): OutcomeKind => kinds[outcome]
export const outcomeSign = (outcome: CellOutcome): string => outcomeSigns[kinds[outcome]]
