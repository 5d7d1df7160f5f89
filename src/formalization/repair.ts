import { asksForRepair, type Diagnostic } from '../planning/diagnostic.ts'
import type { FormalizedFact } from '../planning/fact.ts'
import type { SegmentTranslation } from './segment-translation.ts'

/** Doubtful segments looked at again where something is missing and nobody knows where it was said. */
const mostDoubtful = 4

/**
 * Which segments to translate again and why. Only syntax, lint and uncovered text ask for a repair, never that a problem
 * has no solution. A complaint about facts goes to their segments; one about something missing to those segments of
 * which the model was least sure.
 */
export function chooseRepair(
  diagnostics: readonly Diagnostic[],
  facts: readonly FormalizedFact[],
  translations: readonly SegmentTranslation[],
): { segments: number[]; reason: string } {
  const errors = diagnostics.filter(asksForRepair)
  if (errors.length === 0) return { segments: [], reason: '' }
  const segments = new Set<number>()
  let missing = false
  for (const error of errors) {
    const from = (error.factIndices ?? []).flatMap((index) => facts[index]?.span.segment ?? [])
    for (const segment of from) segments.add(segment)
    if (error.span !== undefined) segments.add(error.span.segment)
    if (from.length === 0 && error.span === undefined) missing = true
  }
  if (missing) {
    const byDoubt = [...translations].sort((a, b) => a.confidence - b.confidence)
    for (const one of byDoubt.slice(0, mostDoubtful)) segments.add(one.segment.index)
  }
  return {
    segments: [...segments].sort((a, b) => a - b),
    reason: [...new Set(errors.map((one) => one.code))].join(', '),
  }
}
