import { asksForRepair, type Diagnostic } from '../planning/diagnostic.ts'
import type { FormalizedFact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { Segment } from '../planning/segment.ts'
import { collectFacts, type SegmentTranslation } from './segment-translation.ts'

/** Of the complaint about a segment that ended neither as facts nor as "no constraint". */
export const uncoveredCode = 'uncovered'

/** What all translations together come to. */
export interface Judgement {
  readonly facts: readonly FormalizedFact[]
  /** Segments that ended neither as facts nor as "no constraint". */
  readonly uncovered: readonly number[]
  readonly diagnostics: readonly Diagnostic[]
  /** Errors and doubts: what a repair has to lessen. */
  readonly complaints: number
}

export function judgeTranslations(
  text: string,
  domain: PlanningDomain,
  translations: readonly SegmentTranslation[],
): Judgement {
  const ordered = [...translations].sort((a, b) => a.segment.index - b.segment.index)
  const { facts, unreadable } = collectFacts(text, domain.factSchema, ordered)
  const open = ordered.filter(
    ({ outcome, segment }) => outcome === 'malformed' || outcome === 'cut-off' || unreadable.has(segment.index),
  )
  const diagnostics = [
    ...open.map(({ segment }) => uncoveredDiagnostic(segment)),
    ...domain.lint(facts.map((one) => one.fact)),
  ]
  const complaints = diagnostics.filter(asksForRepair).length
  return { facts, uncovered: open.map(({ segment }) => segment.index), diagnostics, complaints }
}

function uncoveredDiagnostic({ index, start, end }: Segment): Diagnostic {
  const message = 'the model gave neither facts nor "no constraint" for this text'
  return { severity: 'error', code: uncoveredCode, message, span: { segment: index, start, end } }
}
