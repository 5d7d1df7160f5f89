import { PlanwrightError } from '../base/planwright-error.ts'
import { createRandom } from '../base/random.ts'
import type { Fact } from '../planning/fact.ts'
import { composers } from '../synthesis/compose/registry.ts'
import type { ComposedProblem } from '../synthesis/problem-text.ts'

/** What can be composed: the planning domains, and texts that pose no problem. */
export const composableKinds: readonly string[] = composers.map(({ domain }) =>
  domain === 'none' ? 'not-a-problem' : domain,
)

export interface ComposeChoice {
  readonly seed: number
  /** Problems of one seed are numbered from 0; each is the same however many are asked for. */
  readonly index: number
  /** `held-out` phrasings and names are in no training data. */
  readonly split: 'train' | 'held-out'
  /** How often a sentence takes one of the benchmark's forms, 0 to 1. */
  readonly benchmarkShare: number
}

/** Writes a problem of any difficulty. Throws `invalid-input` for a kind there is none of. */
export function composeProblem(kind: string, choice: ComposeChoice): ComposedProblem {
  const composer = composers.find(({ domain }) => domain === (kind === 'not-a-problem' ? 'none' : kind))
  if (composer === undefined) {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: `There are no problems of the kind "${kind}".`,
      wayOut: `Choose one of: ${composableKinds.join(', ')}.`,
    })
  }
  const random = createRandom(choice.seed * 1_000_003 + choice.index)
  return composer.compose(random, choice, random.next())
}

/** What a composed problem states. */
export function factsOf({ facts }: ComposedProblem): Fact[] {
  return facts.map(({ predicate, values }) => ({ predicate, args: [...values] }))
}
