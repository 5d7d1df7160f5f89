import { classifyDomain } from './classify-domain.ts'
import { completionGrammar } from './completion.ts'
import { completionRequest } from './completion-record.ts'
import { concludeFormalization } from './conclude-formalization.ts'
import type { Formalization, FormalizeEvent, FormalizeRequest, Formalizer } from './formalizer.ts'
import { judgeTranslations } from './judge-translations.ts'
import { type Kept, keepBetter, type Translations } from './keep-better.ts'
import { type OpenedProblem, openFormalization } from './open-formalization.ts'
import { chooseRepair } from './repair.ts'
import { retranslateWithSmallModel } from './small-model-retranslation.ts'
import { maxAnswerTokens, translateSegments } from './translate-segments.ts'

/**
 * For models trained on our own prompt language: the problem is cut into segments, all are translated at once, each
 * seeing its own text, the text just before it and its headings. What lint or uncovered text complains about is
 * translated again, with sampling, and kept segment by segment where there is less to complain about then.
 */
export const smallModelFormalizer: Formalizer = {
  async *formalize(request, signal) {
    const opened = yield* openFormalization(request, () => classifyDomain(request, signal))
    if (opened === undefined) return { status: 'not-a-problem' }
    return yield* translate({ ...request, ...opened }, signal)
  },
  retranslate: retranslateWithSmallModel,
}

const greedy = { temperature: 0 }

type TranslateRequest = Omit<FormalizeRequest, 'domain'> & OpenedProblem

async function* translate(
  request: TranslateRequest,
  signal: AbortSignal,
): AsyncGenerator<FormalizeEvent, Formalization> {
  const { domain, segments, text } = request
  const judge = (translations: Translations) => judgeTranslations(text, domain, [...translations.values()])
  let best: Kept | undefined
  let wanted = { segments: segments.map((segment) => segment.index), reason: 'first' }
  const grammar = completionGrammar(domain.factSchema)
  let attempt = 0
  for (; attempt <= request.limits.repairs && wanted.segments.length > 0; attempt++) {
    const sampling = attempt === 0 ? (request.sampling ?? greedy) : { temperature: 0.8, topP: 0.95, seed: attempt }
    const asking = completionRequest({ grammar, maxTokens: maxAnswerTokens, sampling })
    yield { type: 'attempt-start', attempt, ...wanted, request: asking }
    const chosen = segments.filter((segment) => wanted.segments.includes(segment.index))
    const asked = { text, domain, model: request.model, segments: chosen, attempt, sampling, grammar }
    const made = yield* translateSegments(asked, signal)
    best = keepBetter(best, made, judge)
    const { judgement, kept, translations } = best
    yield { type: 'attempt-end', attempt, kept: [...kept], diagnostics: [...judgement.diagnostics] }
    wanted = chooseRepair(judgement.diagnostics, judgement.facts, [...translations.values()])
  }
  return yield* concludeFormalization(domain, best?.judgement ?? judge(new Map()), attempt)
}
