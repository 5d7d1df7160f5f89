import type { FormalizedFact } from '../../src/planning/fact.ts'
import type { Plan } from '../../src/planning/plan.ts'
import { stepFacts } from './step-facts.ts'

/** What one looks at in a run: a sentence, a clause or a step of the plan, by its number. */
export interface Selection {
  readonly kind: 'sentence' | 'clause' | 'step'
  readonly index: number
}

/** Which sentence, clause and step belong together. */
export interface Links {
  /** For each fact its segment; undefined for one without words. */
  readonly sentenceOf: readonly (number | undefined)[]
  /** For each step of the plan its facts. */
  readonly factsOf: readonly (readonly number[])[]
}

/** All that lights up with a selection. */
export interface Lit {
  readonly sentences: ReadonlySet<number>
  readonly clauses: ReadonlySet<number>
  readonly steps: ReadonlySet<number>
}

export const nothingLit: Lit = { sentences: new Set(), clauses: new Set(), steps: new Set() }

/** A fact that nobody's words gave has a span of no length. */
export const hasWords = ({ span }: FormalizedFact): boolean => span.end > span.start

export function linksOf(facts: readonly FormalizedFact[], plan: Plan | undefined): Links {
  return {
    sentenceOf: facts.map((fact) => (hasWords(fact) ? fact.span.segment : undefined)),
    factsOf: stepFacts(
      plan,
      facts.map(({ fact }) => fact),
    ),
  }
}

export function lightUp({ factsOf, sentenceOf }: Links, selection: Selection | undefined): Lit {
  if (selection === undefined) return nothingLit
  const { index, kind } = selection
  const clauses = new Set(
    kind === 'clause'
      ? [index]
      : kind === 'step'
        ? (factsOf[index] ?? [])
        : sentenceOf.flatMap((sentence, fact) => (sentence === index ? [fact] : [])),
  )
  const sentences = new Set([...clauses].flatMap((fact) => sentenceOf[fact] ?? []))
  const steps = new Set(factsOf.flatMap((facts, step) => (facts.some((fact) => clauses.has(fact)) ? [step] : [])))
  if (kind === 'sentence') sentences.add(index)
  return { sentences, clauses, steps: kind === 'step' ? new Set([index]) : steps }
}
