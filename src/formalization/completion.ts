import type { FactSchema } from '../planning/fact-schema.ts'
import type { TextRange } from '../planning/segment.ts'
import { firstMarker, markerCount } from './small-model-prompt.ts'

/** The model's own word for "this states no constraint". */
export const noConstraint = 'none:'
const absent = '_'

/** A fact as the model wrote it: for each argument the words it points at. */
export interface PointedFact {
  readonly predicate: string
  readonly args: readonly (TextRange | null)[]
  /** Offsets of its letters in the completion. */
  readonly start: number
  readonly end: number
}

export type CompletionReading =
  | { readonly status: 'facts'; readonly facts: readonly PointedFact[] }
  | { readonly status: 'no-constraint' }
  | { readonly status: 'malformed'; readonly why: string }

/** Writes facts as the model should: `busy:` and two markers (first and last word) for each argument. */
export function writeCompletion(
  facts: readonly { readonly predicate: string; readonly args: readonly (TextRange | null)[] }[],
  marked: readonly TextRange[],
): string | undefined {
  if (facts.length === 0) return noConstraint
  let completion = ''
  for (const fact of facts) {
    completion += `${fact.predicate}:`
    for (const range of fact.args) {
      if (range === null) {
        completion += absent
        continue
      }
      const first = marked.findLastIndex((word) => word.start <= range.start && range.start < word.end)
      const last = marked.findLastIndex((word) => word.start < range.end)
      if (first < 0 || last < first) return undefined
      completion += String.fromCharCode(firstMarker + first, firstMarker + last)
    }
  }
  return completion
}

/** Reads a completion back, through the fact schema; never evaluates it. */
export function readCompletion(
  completion: string,
  schema: FactSchema,
  marked: readonly TextRange[],
): CompletionReading {
  if (completion === noConstraint) return { status: 'no-constraint' }
  const facts: PointedFact[] = []
  let at = 0
  while (at < completion.length) {
    const start = at
    const predicate = schema.predicates.find((one) => completion.startsWith(`${one.name}:`, start))
    if (predicate === undefined) return { status: 'malformed', why: `no predicate at ${start}` }
    at += predicate.name.length + 1
    const args: (TextRange | null)[] = []
    for (const argument of predicate.args) {
      if (argument.optional && completion[at] === absent) {
        args.push(null)
        at += 1
        continue
      }
      const range = pointedRange(completion.charCodeAt(at), completion.charCodeAt(at + 1), marked)
      if (range === undefined) return { status: 'malformed', why: `${predicate.name}: no words for ${argument.name}` }
      args.push(range)
      at += 2
    }
    facts.push({ predicate: predicate.name, args, start, end: at })
  }
  return facts.length > 0 ? { status: 'facts', facts } : { status: 'malformed', why: 'nothing was written' }
}

function pointedRange(first: number, last: number, marked: readonly TextRange[]): TextRange | undefined {
  const from = marked[first - firstMarker]
  const to = marked[last - firstMarker]
  return from === undefined || to === undefined || to.end <= from.start ? undefined : { start: from.start, end: to.end }
}

/** One static grammar (GBNF) a domain, from its fact schema: arguments are pairs of markers, nothing else is held. */
export function completionGrammar(schema: FactSchema): string {
  const range = `[${String.fromCharCode(firstMarker)}-${String.fromCharCode(firstMarker + markerCount - 1)}]`
  const facts = schema.predicates.map((predicate) => {
    const args = predicate.args.map((argument) => (argument.optional ? 'optional' : 'words'))
    return `"${predicate.name}:" ${args.join(' ')}`.trim()
  })
  return [
    `root ::= "${noConstraint}" | fact+`,
    `fact ::= ${facts.join(' | ')}`,
    'words ::= marker marker',
    `optional ::= "${absent}" | marker marker`,
    `marker ::= ${range}`,
    '',
  ].join('\n')
}

/** Answers to "which planning problem is this?". */
export function classifyAnswers(domains: readonly string[]): string[] {
  return [...domains, 'none'].map((domain) => `=${domain}`)
}

export function classifyGrammar(domains: readonly string[]): string {
  return `root ::= ${classifyAnswers(domains)
    .map((answer) => `"${answer}"`)
    .join(' | ')}\n`
}
