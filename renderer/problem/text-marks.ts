import type { FormalizedFact } from '../../src/planning/fact.ts'
import type { Column } from '../comparison/column.ts'
import { factsOf } from '../run/run-view.ts'

/** A stretch of the problem text to be shown in some way. */
export interface TextMark {
  readonly start: number
  readonly end: number
  readonly kind: 'fact' | 'uncovered' | 'pointed' | 'pointed-argument'
}

/** What to show in the text: where facts came from, what was not translated, the words of the fact pointed at. */
export function textMarks(text: string, columns: readonly Column[], pointed: FormalizedFact | undefined): TextMark[] {
  const runs = columns.map((one) => one.run).filter((run) => run.text === text)
  const marks = new Map<string, TextMark>()
  const add = (range: { start: number; end: number }, kind: TextMark['kind']) => {
    marks.set(`${range.start} ${range.end} ${kind}`, { start: range.start, end: range.end, kind })
  }
  for (const run of runs) {
    for (const { span } of factsOf(run)) add(span, 'fact')
    for (const index of run.formalization?.uncovered ?? []) {
      const segment = run.segments[index]?.segment
      if (segment !== undefined) add(segment, 'uncovered')
    }
  }
  if (pointed !== undefined && runs.length > 0) {
    add(pointed.span, 'pointed')
    for (const span of pointed.argSpans) if (span !== null) add(span, 'pointed-argument')
  }
  return [...marks.values()].filter((mark) => mark.end <= text.length && mark.start < mark.end)
}
