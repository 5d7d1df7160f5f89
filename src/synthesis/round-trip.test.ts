import { describe, expect, it } from 'vitest'
import { createRandom } from '../base/random.ts'
import { planningDomains } from '../domains/registry.ts'
import { readFacts } from '../formalization/fact-reader.ts'
import type { FactArgument } from '../planning/fact.ts'
import { composers } from './compose/registry.ts'
import type { ComposedProblem } from './problem-text.ts'
import { inReadingOrder } from './training-rows.ts'

const problemsEach = 150
const segment = { index: 0, start: 0, end: 1, before: [], headings: [] }

/** The first spelling of a name is kept, a sentence may begin with one, and the speaker is "I" or "me". */
function comparable(value: FactArgument): FactArgument {
  if (typeof value !== 'string') return value
  return value
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(/^me$/, 'i')
}

/** Facts whose words are not read as what they were written for. */
function misread({ domain, text, facts }: ComposedProblem): string[] {
  const schema = planningDomains.get(domain)?.factSchema ?? { domain, predicates: [] }
  const ordered = inReadingOrder(facts)
  const located = ordered.map(({ predicate, args }) => ({ predicate, args, segment, confidence: 1 }))
  return readFacts(text, located, schema).facts.flatMap((read, index) => {
    const { args = [], predicate = '', values = [] } = ordered[index] ?? {}
    const [wanted, got] = [values, read?.fact.args].map((some) => JSON.stringify(some?.map(comparable)))
    if (got === wanted) return []
    const words = args.map((range) => range && text.slice(range.start, range.end))
    return [`${predicate}(${words.join(', ')}): ${got}, not ${wanted}`]
  })
}

describe.each(composers.filter(({ domain }) => planningDomains.has(domain)))(
  'words of $domain problems',
  (composer) => {
    it.each(['train', 'held-out'] as const)('read as what they were written for (%s phrases)', (split) => {
      const wrong = Array.from({ length: problemsEach }, (_, seed) => {
        const random = createRandom(seed * 7919 + 13)
        return misread(composer.compose(random, { split, benchmarkShare: 0.1 }, random.next()))
      })

      expect(wrong.flat()).toEqual([])
    })
  },
)
