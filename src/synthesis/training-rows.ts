import { writeCompletion } from '../formalization/completion.ts'
import { segmentText } from '../formalization/segmenter.ts'
import { classifyPrompt, markSegment } from '../formalization/small-model-prompt.ts'
import type { ComposedFact, ComposedProblem } from './problem-text.ts'

/** One lesson for the small model. */
export interface TrainingRow {
  readonly kind: 'segment' | 'domain'
  readonly domain: string
  readonly prompt: string
  readonly completion: string
}

/**
 * A composed problem cut up as the formalizer would, each segment with the facts that are complete in it. `lost` counts
 * facts whose words the segment's prompt does not show: such a segment teaches guessing and is left out.
 */
export function trainingRows(problem: ComposedProblem): { rows: TrainingRow[]; lost: number } {
  const { domain, text } = problem
  const rows: TrainingRow[] = [{ kind: 'domain', domain, prompt: classifyPrompt(text), completion: `=${domain}` }]
  let lost = 0
  if (domain === 'none') return { rows, lost }
  const segments = segmentText(text)
  segments.forEach((segment, index) => {
    const from = index === 0 ? -1 : (segments[index - 1]?.end ?? 0)
    const to = index === segments.length - 1 ? text.length : segment.end
    const facts = problem.facts.filter((fact) => fact.anchor > from && fact.anchor <= to)
    const { prompt, marked } = markSegment(text, segment, domain)
    const completion = writeCompletion(inReadingOrder(facts), marked)
    if (completion === undefined) lost += facts.length
    else rows.push({ kind: 'segment', domain, prompt, completion })
  })
  return { rows, lost }
}

/** Facts in the order in which they become complete; the composer's order decides between equals. */
export function inReadingOrder(facts: readonly ComposedFact[]): ComposedFact[] {
  return facts
    .map((fact, index) => ({ fact, index }))
    .sort((a, b) => a.fact.anchor - b.fact.anchor || a.index - b.index)
    .map(({ fact }) => fact)
}
