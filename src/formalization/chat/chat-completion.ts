import type { Diagnostic } from '../../planning/diagnostic.ts'
import type { FactSchema, PredicateSchema } from '../../planning/fact-schema.ts'
import type { Segment, TextRange } from '../../planning/segment.ts'
import type { LocatedFact } from '../fact-reader.ts'
import type { SegmentTranslation } from '../segment-translation.ts'

/** One static grammar a domain: numbered lines of facts whose arguments are quoted words. */
export function chatGrammar(schema: FactSchema): string {
  const fact = (predicate: PredicateSchema) => {
    const args = predicate.args.map((argument) => (argument.optional ? 'optional' : 'words'))
    return `"${predicate.name}(" ${args.length === 0 ? '' : `${args.join(' ", " ')} `}")"`
  }
  return [
    'root ::= line+',
    'line ::= [1-9] [0-9]? [0-9]? " " ("none" | fact) "\\n"',
    `fact ::= ${schema.predicates.map(fact).join(' | ')}`,
    'words ::= "\\"" [^"\\n]+ "\\""',
    'optional ::= "-" | words',
    '',
  ].join('\n')
}

export function chatClassifyGrammar(domains: readonly string[]): string {
  return `root ::= ${[...domains, 'none'].map((domain) => `"${domain}"`).join(' | ')}\n`
}

export interface ChatReading {
  readonly translations: readonly SegmentTranslation[]
  /** Lines that can't be read, and words that do not stand in the text. */
  readonly diagnostics: readonly Diagnostic[]
}

const lineSize = 2000

/**
 * Reads the numbered lines of a chat model: each fact goes to its sentence, each argument to where its words stand, in
 * that sentence, else before it, else anywhere. `lineConfidence` gives the probability of the line at an offset.
 */
export function readChatCompletion(named: {
  text: string
  segments: readonly Segment[]
  schema: FactSchema
  completion: string
  lineConfidence: (start: number, end: number) => number
}): ChatReading {
  const { completion, schema, segments, text } = named
  const facts = new Map<number, LocatedFact[]>()
  const silent = new Set<number>()
  const diagnostics: Diagnostic[] = []
  let at = 0
  for (const line of completion.split('\n')) {
    const start = at
    at += line.length + 1
    if (line.trim() === '') continue
    const match = line.length > lineSize ? null : /^(\d{1,3}) (?:none|([a-z_]+)\((.*)\))$/.exec(line)
    const segment = segments[Number(match?.[1] ?? 0) - 1]
    if (match === null || segment === undefined) {
      diagnostics.push({ severity: 'error', code: 'syntax', message: `this line is no fact: ${line.slice(0, 80)}` })
      continue
    }
    if (match[2] === undefined) {
      silent.add(segment.index)
      continue
    }
    const span = { segment: segment.index, start: segment.start, end: segment.end }
    const predicate = schema.predicates.find((one) => one.name === match[2])
    if (predicate === undefined) {
      const message = `there is no fact ${match[2].slice(0, 60)}`
      diagnostics.push({ severity: 'error', code: 'syntax', message, span })
      continue
    }
    const located = locate({ text, segment, predicate, args: match[3] ?? '' })
    if (typeof located === 'string') {
      diagnostics.push({ severity: 'error', code: 'not-in-text', message: located, span })
      continue
    }
    const confidence = named.lineConfidence(start, start + line.length)
    const known = facts.get(segment.index) ?? []
    facts.set(segment.index, [...known, { predicate: predicate.name, args: located, segment, confidence }])
  }
  const translations = segments.map((segment): SegmentTranslation => {
    const own = facts.get(segment.index)
    if (own !== undefined) {
      return { segment, outcome: 'facts', facts: own, confidence: Math.min(...own.map((one) => one.confidence)) }
    }
    const outcome = silent.has(segment.index) ? 'no-constraint' : 'malformed'
    return { segment, outcome, facts: [], confidence: 1 }
  })
  return { translations, diagnostics }
}

function locate(named: {
  text: string
  segment: Segment
  predicate: PredicateSchema
  args: string
}): (TextRange | null)[] | string {
  const { args, predicate, segment, text } = named
  const written = [...args.matchAll(/"([^"]*)"|(-)/g)].map((match) => match[1] ?? null)
  if (written.length !== predicate.args.length) {
    return `${predicate.name} takes ${predicate.args.length} arguments, not ${written.length}`
  }
  const ranges: (TextRange | null)[] = []
  for (const [index, words] of written.entries()) {
    if (words === null) {
      if (!predicate.args[index]?.optional) return `${predicate.name} lacks its ${predicate.args[index]?.name}`
      ranges.push(null)
      continue
    }
    const range = findWords(text, words, segment)
    if (range === undefined) return `"${words.slice(0, 60)}" does not stand in the text`
    ranges.push(range)
  }
  return ranges
}

/** The words as whole words: in the segment, else the nearest before it, else the first after. */
function findWords(text: string, words: string, segment: Segment): TextRange | undefined {
  const needle = words
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\s+/g, '\\s+')
  if (needle === '') return undefined
  const pattern = new RegExp(`(?<![\\p{L}\\d])${needle}(?![\\p{L}\\d])`, 'giu')
  const found = [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  return (
    found.find((range) => range.start >= segment.start && range.end <= segment.end) ??
    found.findLast((range) => range.end <= segment.start) ??
    found[0]
  )
}
