import type { TraceSpan } from '../../src/api/trace-span.ts'
import { isProblem, kindOf, markOf, type SpanKind, titleOf } from './describe-span.ts'
import { showAttribute } from './span-attributes.ts'

/** What is looked for in a trace. */
export interface SpanFilter {
  readonly text: string
  readonly kind: SpanKind | 'all'
  readonly onlyProblems: boolean
}

export const everything: SpanFilter = { text: '', kind: 'all', onlyProblems: false }

export const isEverything = ({ kind, onlyProblems, text }: SpanFilter): boolean =>
  text.trim() === '' && kind === 'all' && !onlyProblems

/** Finds spans by their names and all that they hold; what it has read of a span once it keeps. */
export class SpanSearch {
  readonly #texts = new WeakMap<TraceSpan, string>()

  matches(span: TraceSpan, { kind, onlyProblems, text }: SpanFilter): boolean {
    if (kind !== 'all' && kindOf(span) !== kind) return false
    if (onlyProblems && !isProblem(span)) return false
    const wanted = text.trim().toLowerCase()
    return wanted === '' || this.#textOf(span).includes(wanted)
  }

  #textOf(span: TraceSpan): string {
    const known = this.#texts.get(span)
    if (known !== undefined) return known
    const { note, title } = titleOf(span)
    const values = Object.values(span.attributes).map((value) => (value === undefined ? '' : showAttribute(value)))
    // The marks of prompts stand between words that a person would look for with a blank.
    const text = [title, note, markOf(span)?.word ?? '', span.name, ...values].join('\n')
    const plain = text.replaceAll(/[\uE000-\uF8FF]/gu, ' ').toLowerCase()
    this.#texts.set(span, plain)
    return plain
  }
}
