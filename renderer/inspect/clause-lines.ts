import type { FormalizedFact } from '../../src/planning/fact.ts'
import { printFact } from '../prolog/print-fact.ts'

/** One line of the facts as they are edited. */
export interface ClauseLine {
  /** The fact of the run that stands here unchanged; undefined for what is not run yet, comments and blanks. */
  readonly index: number | undefined
  /** It holds a clause, or a part of one. */
  readonly isClause: boolean
}

export const printClauses = (facts: readonly FormalizedFact[]): string =>
  facts.map(({ fact }) => printFact(fact)).join('\n')

/** Which line is which fact: by what it says, so that lines can be moved and put between. */
export function clauseLines(text: string, facts: readonly FormalizedFact[]): ClauseLine[] {
  const places = new Map<string, number[]>()
  for (const [index, { fact }] of facts.entries()) {
    const key = printFact(fact)
    places.set(key, [...(places.get(key) ?? []), index])
  }
  return text.split('\n').map((line) => {
    const clause = line.trim()
    return { index: places.get(clause)?.shift(), isClause: clause !== '' && !clause.startsWith('%') }
  })
}
