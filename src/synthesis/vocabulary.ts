import { planningDomains } from '../domains/registry.ts'
import { classifyAnswers, noConstraint } from '../formalization/completion.ts'
import { markerCount, structure } from '../formalization/small-model-prompt.ts'

/** What the tokenizer of a small model must hold as whole tokens, beside the markers; `models/training` keeps a copy. */
export interface SmallModelVocabulary {
  /** Markers in a row from U+E000 on. */
  readonly markers: number
  /** Characters of the prompt language that structure a prompt. */
  readonly structure: readonly string[]
  /** All that a completion may hold beside markers. */
  readonly completion: readonly string[]
}

/** The vocabulary that fact schemas and prompt language call for: a new predicate or domain means a new training. */
export function smallModelVocabulary(): SmallModelVocabulary {
  const schemas = [...planningDomains.values()].map((domain) => domain.factSchema)
  const { domain, ...marks } = structure
  const predicates = schemas.flatMap((schema) => schema.predicates.map(({ name }) => `${name}:`))
  return {
    markers: markerCount,
    structure: [...Object.values(marks), ...Object.values(domain)],
    completion: [noConstraint, '_', ...classifyAnswers([...planningDomains.keys()]), ...new Set(predicates)],
  }
}
