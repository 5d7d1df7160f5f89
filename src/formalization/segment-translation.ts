import type { FormalizedFact } from '../planning/fact.ts'
import type { FactSchema } from '../planning/fact-schema.ts'
import type { SegmentOutcome } from '../planning/run-event.ts'
import type { Segment } from '../planning/segment.ts'
import { type LocatedFact, readFacts } from './fact-reader.ts'

/** What a model made of a segment. */
export interface SegmentTranslation {
  readonly segment: Segment
  readonly outcome: SegmentOutcome
  readonly facts: readonly LocatedFact[]
  /** Probability that the model gave to all it wrote, 0..1. */
  readonly confidence: number
}

/** The typed facts of a whole problem, the same statement once; and the segments of which a fact can't be read. */
export function collectFacts(
  text: string,
  schema: FactSchema,
  translations: readonly SegmentTranslation[],
): { facts: FormalizedFact[]; unreadable: ReadonlySet<number> } {
  const located = translations.flatMap((one) => one.facts)
  const reading = readFacts(text, located, schema)
  const unreadable = new Set<number>()
  const facts = new Map<string, FormalizedFact>()
  reading.facts.forEach((fact, index) => {
    const segment = located[index]?.segment.index
    if (fact === undefined) {
      if (segment !== undefined) unreadable.add(segment)
      return
    }
    const key = JSON.stringify(fact.fact)
    if (!facts.has(key)) facts.set(key, fact)
  })
  return { facts: [...facts.values()], unreadable }
}
