import type { Because } from '../../src/planning/because.ts'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import type { TextRange } from '../../src/planning/segment.ts'
import { factsOf, type RunView } from '../run/run-view.ts'

/** What is pointed at: facts of the run, or pieces of its text of which none came. */
export interface Lit {
  readonly facts: readonly number[]
  readonly segments: readonly number[]
}

export const nothingLit: Lit = { facts: [], segments: [] }

/** What a sentence lights up. */
export function litBy(because: Because | undefined, place: number | undefined): Lit {
  const sentence = place === undefined ? undefined : because?.sentences[place]
  const { factIndex = null, segment = null } = sentence ?? {}
  return { facts: factIndex === null ? [] : [factIndex], segments: segment === null ? [] : [segment] }
}

/** `sentence`: the words of the whole statement; `argument`: the names and numbers in it. */
export interface LitRange extends TextRange {
  readonly kind: 'sentence' | 'argument' | 'missing'
}

/** Where in the text the words are that something came from. */
export function litRanges(run: RunView, lit: Lit): readonly LitRange[] {
  const facts = factsOf(run)
  return [
    ...lit.facts.flatMap((index) => rangesOfFact(facts[index])),
    ...lit.segments.flatMap((index): LitRange[] => {
      const segment = run.segments.find((one) => one.segment.index === index)?.segment
      return segment === undefined ? [] : [{ start: segment.start, end: segment.end, kind: 'missing' }]
    }),
  ]
}

export function rangesOfFact(fact: FormalizedFact | undefined): readonly LitRange[] {
  if (fact === undefined) return []
  const args = fact.argSpans.filter((span) => span !== null)
  return [
    { start: fact.span.start, end: fact.span.end, kind: 'sentence' },
    ...args.map(({ end, start }): LitRange => ({ start, end, kind: 'argument' })),
  ]
}

export interface TextPiece extends TextRange {
  readonly words: string
  /** Absent where nothing is lit. */
  readonly kind?: LitRange['kind']
}

const strength: Readonly<Record<LitRange['kind'], number>> = { missing: 0, sentence: 1, argument: 2 }

/** The text cut where the light changes; the stronger light wins. */
export function cutText(text: string, ranges: readonly LitRange[]): readonly TextPiece[] {
  const inside = ranges.filter(({ end, start }) => start < end && start < text.length)
  const cuts = new Set([0, text.length, ...inside.flatMap(({ end, start }) => [start, Math.min(end, text.length)])])
  const places = [...cuts].sort((one, other) => one - other)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length
    const kind = inside
      .filter((range) => range.start <= start && range.end >= end)
      .toSorted((one, other) => strength[other.kind] - strength[one.kind])[0]?.kind
    return { start, end, words: text.slice(start, end), ...(kind === undefined ? {} : { kind }) }
  })
}
