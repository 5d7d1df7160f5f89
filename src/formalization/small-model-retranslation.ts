import { PlanwrightError } from '../base/planwright-error.ts'
import type { FormalizedFact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { Segment, TextRange } from '../planning/segment.ts'
import { completionGrammar, readCompletion } from './completion.ts'
import { completionRequest } from './completion-record.ts'
import { concludeFormalization } from './conclude-formalization.ts'
import { type EditedPrompt, readEditedPrompt } from './edited-prompt.ts'
import type { Formalization, FormalizeEvent } from './formalizer.ts'
import { judgeTranslations } from './judge-translations.ts'
import { type EarlierTranslation, editedPromptReason, type RetranslateRequest } from './retranslate.ts'
import type { SegmentTranslation } from './segment-translation.ts'
import { markSegment } from './small-model-prompt.ts'
import { headingsOutOfSight } from './stretches.ts'
import { maxAnswerTokens, translateSegments } from './translate-segments.ts'

/**
 * Asks about one segment with an edited prompt, once: a person's prompt is not repaired. Words that a person put into
 * a prompt are read as if they stood behind the problem text, so that the values are those the model was shown.
 */
export async function* retranslateWithSmallModel(
  request: RetranslateRequest,
  signal: AbortSignal,
): AsyncGenerator<FormalizeEvent, Formalization> {
  const { attempt, domain, earlier, edited, model, sampling = { temperature: 0 }, segments, text } = request
  const segment = segments.find(({ index }) => index === edited.segment)
  if (segment === undefined) {
    throw new PlanwrightError({ code: 'invalid-input', message: `There is no piece ${edited.segment} in this text.` })
  }
  const appendix = new PromptAppendix(text, domain)
  const others = segments.flatMap((one) => {
    const known = earlier.get(one.index)
    return known === undefined || one === segment ? [] : [reread(one, known, { domain, appendix })]
  })
  const marked = appendix.place(segment, edited.prompt)
  const asked = { grammar: completionGrammar(domain.factSchema), maxTokens: maxAnswerTokens, sampling }
  const reason = editedPromptReason
  yield { type: 'attempt-start', attempt, segments: [segment.index], reason, request: completionRequest(asked) }
  const translating = translateSegments(
    {
      text: appendix.text,
      domain,
      model,
      segments: [segment],
      prompts: [{ prompt: edited.prompt, marked }],
      attempt,
      sampling,
      grammar: asked.grammar,
    },
    signal,
  )
  let step = await translating.next()
  while (!step.done) {
    const event = step.value
    yield event.type === 'segment-end' ? { ...event, facts: event.facts.map(appendix.located) } : event
    step = await translating.next()
  }
  const judgement = judgeTranslations(appendix.text, domain, [...others, ...step.value])
  yield {
    type: 'attempt-end',
    attempt,
    kept: [segment.index],
    diagnostics: [...judgement.diagnostics],
  }
  return yield* concludeFormalization(
    domain,
    { ...judgement, facts: judgement.facts.map(appendix.located) },
    attempt + 1,
  )
}

/** The problem text, and behind it the words of every prompt that is not what the text makes of it. */
class PromptAppendix {
  text: string
  readonly #problem: string
  readonly #domain: PlanningDomain
  readonly #edited: { readonly offset: number; readonly prompt: EditedPrompt }[] = []

  constructor(problem: string, domain: PlanningDomain) {
    this.text = problem
    this.#problem = problem
    this.#domain = domain
  }

  /** What the markers of a prompt stand for, in `text`. */
  place(segment: Segment, prompt: string): readonly TextRange[] {
    const usual = markSegment(this.#problem, segment, this.#domain.id)
    if (prompt === usual.prompt) return usual.marked
    const shown = [...headingsOutOfSight(segment), ...segment.before, segment]
    const read = readEditedPrompt(prompt, this.#problem, shown)
    const offset = this.text.length + 1
    this.text += `\n${read.words}`
    this.#edited.push({ offset, prompt: read })
    const nothing = { start: 0, end: 0 }
    return Array.from({ length: read.marked.length }, (_, index) => {
      const range = read.marked[index]
      return range === undefined ? nothing : { start: range.start + offset, end: range.end + offset }
    })
  }

  /** With its arguments where the problem itself has them; without a place where only a prompt does. */
  readonly located = (fact: FormalizedFact): FormalizedFact => ({
    ...fact,
    argSpans: fact.argSpans.map((span) => {
      if (span === null || span.end <= this.#problem.length) return span
      const home = this.#edited.findLast(({ offset }) => span.start >= offset)
      if (home === undefined) return null
      const origin = home.prompt.originOf({ start: span.start - home.offset, end: span.end - home.offset })
      return origin === undefined ? null : { segment: span.segment, ...origin }
    }),
  })
}

/** The completion of an earlier run, read again as it was read then. */
function reread(
  segment: Segment,
  known: EarlierTranslation,
  { appendix, domain }: { appendix: PromptAppendix; domain: PlanningDomain },
): SegmentTranslation {
  const { completion, confidence, outcome, prompt } = known
  const usual = markSegment(appendix.text, segment, domain.id)
  if (outcome !== 'facts') return { segment, outcome, facts: [], confidence }
  const marked = prompt === undefined ? usual.marked : appendix.place(segment, prompt)
  const reading = readCompletion(completion, domain.factSchema, marked)
  if (reading.status !== 'facts') return { segment, outcome: 'malformed', facts: [], confidence }
  const facts = reading.facts.map(({ args, predicate }, index) => {
    // The same statement twice in a segment is one fact in the record: then its place in the list is no longer known.
    const twin = known.facts.length === reading.facts.length ? known.facts[index] : undefined
    return { predicate, args, segment, confidence: twin?.confidence ?? confidence }
  })
  return { segment, outcome, facts, confidence }
}
