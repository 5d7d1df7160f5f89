import type { Fact, FormalizedFact } from '../planning/fact.ts'
import type { Span } from '../planning/span.ts'

/**
 * The facts that a person left behind, with what is known of them from before: an unchanged one keeps its words and the
 * model's confidence; a changed one the segment and the words of what is still the same; a new one has no words.
 */
export function carryFacts(before: readonly FormalizedFact[], after: readonly Fact[]): FormalizedFact[] {
  const left = [...before]
  const take = (found: FormalizedFact | undefined) => {
    if (found !== undefined) left.splice(left.indexOf(found), 1)
    return found
  }
  // Whole matches first, so that a changed fact never takes the words of an unchanged one.
  const same = after.map((fact) => take(left.find((one) => keyOf(one.fact) === keyOf(fact))))
  let place: Span = { segment: 0, start: 0, end: 0 }
  return after.map((fact, index) => {
    const kept = same[index] ?? take(nearest(fact, left))
    if (kept === undefined) return { ...written(fact), span: { ...place, start: place.end }, argSpans: nowhere(fact) }
    place = kept.span
    if (same[index] !== undefined) return kept
    const argSpans = fact.args.map((value, at) => (value === kept.fact.args[at] ? (kept.argSpans[at] ?? null) : null))
    return { ...written(fact), span: kept.span, argSpans }
  })
}

const keyOf = (fact: Fact) => JSON.stringify([fact.predicate, fact.args])
const written = (fact: Fact) => ({ fact, confidence: 1, edited: true as const })
const nowhere = (fact: Fact) => fact.args.map(() => null)

/** The fact that this one stands in for: of the same predicate, with at least half of its arguments the same. */
function nearest(fact: Fact, candidates: readonly FormalizedFact[]): FormalizedFact | undefined {
  const sameArguments = (one: FormalizedFact) => fact.args.filter((value, at) => value === one.fact.args[at]).length
  const alike = candidates.filter(
    (one) =>
      one.fact.predicate === fact.predicate &&
      one.fact.args.length === fact.args.length &&
      sameArguments(one) >= Math.floor(fact.args.length / 2),
  )
  return alike.reduce<FormalizedFact | undefined>(
    (best, one) => (best === undefined || sameArguments(one) > sameArguments(best) ? one : best),
    undefined,
  )
}
