import type { TextRange } from '../../../planning/segment.ts'
import type { ComposedFact, ComposedProblem } from '../../problem-text.ts'

/** Where each predicate has a length in days. */
const daysArgument: Readonly<Record<string, number>> = { total_days: 0, stay: 1 }

/** Lengths in days point at the number alone ("5" of "5 days", "5-day", "5d"): what the unit is goes without saying. */
export function narrowed(problem: ComposedProblem): ComposedProblem {
  const narrow = (fact: ComposedFact): ComposedFact => {
    const position = daysArgument[fact.predicate]
    if (position === undefined) return fact
    return {
      ...fact,
      args: fact.args.map((range, index) => (index === position && range ? withoutUnit(problem.text, range) : range)),
    }
  }
  return { ...problem, facts: problem.facts.map(narrow) }
}

function withoutUnit(text: string, range: TextRange): TextRange {
  const match = /^(.*?)(?:[\s-]*days?|(?<=\d)\s?d)$/i.exec(text.slice(range.start, range.end))
  return match?.[1] ? { start: range.start, end: range.start + match[1].length } : range
}
