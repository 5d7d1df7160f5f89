import { names } from './attribute-names.ts'
import type { Attributes } from './span.ts'

/** What earlier versions of the conventions called things; read, never written. */
const formerNames: ReadonlyMap<string, string> = new Map([
  ['gen_ai.system', names.genAi.provider],
  ['gen_ai.usage.prompt_tokens', names.genAi.inputTokens],
  ['gen_ai.usage.completion_tokens', names.genAi.outputTokens],
  ['gen_ai.prompt', names.openInference.input],
  ['gen_ai.completion', names.openInference.output],
])

/** The attributes under the names of today; where both are there, today's counts. */
export function currentNames(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => {
      const current = formerNames.get(name)
      if (current === undefined) return [[name, value]]
      return Object.hasOwn(attributes, current) ? [] : [[current, value]]
    }),
  )
}
