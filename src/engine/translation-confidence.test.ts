import { expect, it } from 'vitest'
import { defaultFormalizeLimits } from '../formalization/formalizer.ts'
import { smallModelFormalizer } from '../formalization/small-model-formalizer.ts'
import { eventsOf, formalizeToEnd } from '../formalization/test/formalize-to-end.ts'
import { pointAtWords } from '../formalization/test/point-at-words.ts'
import { createScriptedLanguageModel } from '../language-models/test/scripted-language-model.ts'
import type { UndatedRunEvent } from '../planning/run-event.ts'
import { translationConfidence } from './translation-confidence.ts'

const usage = { promptTokens: 1, completionTokens: 1 }
const domain: UndatedRunEvent = { type: 'domain', domain: 'calendar', confidence: 0.5 }
const formalization: UndatedRunEvent = {
  type: 'formalization',
  status: 'formalized',
  facts: [],
  uncovered: [],
  diagnostics: [],
  attempts: 1,
}

/** An attempt at some segments, with the model's probability of each, and those that were kept. */
function attempt(number: number, confidences: Readonly<Record<number, number>>, kept: readonly number[]) {
  const made = Object.entries(confidences).map(([segment, confidence]) => ({ segment: Number(segment), confidence }))
  return [
    { type: 'attempt-start', attempt: number, segments: made.map(({ segment }) => segment), reason: '' },
    ...made.map(({ confidence, segment }) => ({
      type: 'segment-end' as const,
      attempt: number,
      segment,
      outcome: 'facts' as const,
      completion: '',
      facts: [],
      confidence,
      usage,
    })),
    { type: 'attempt-end', attempt: number, kept: [...kept], diagnostics: [] },
  ] satisfies UndatedRunEvent[]
}

it('is the product of the domain and of all segments', () => {
  const events = [domain, ...attempt(0, { 0: 0.8, 1: 0.5 }, [0, 1]), formalization]

  expect(translationConfidence(events)).toBeCloseTo(0.5 * 0.8 * 0.5, 12)
})

it('takes a segment as the repair has it that was kept', () => {
  const events = [...attempt(0, { 0: 0.8, 1: 0.5 }, [0, 1]), ...attempt(1, { 1: 0.9 }, [1]), formalization]

  expect(translationConfidence(events)).toBeCloseTo(0.8 * 0.9, 12)
})

it('passes over a repair that was no better', () => {
  const events = [
    ...attempt(0, { 0: 0.8, 1: 0.5 }, [0, 1]),
    ...attempt(1, { 0: 0.6, 1: 0.9 }, []),
    ...attempt(2, { 0: 0.7, 1: 0.4 }, [0]),
    formalization,
  ]

  expect(translationConfidence(events)).toBeCloseTo(0.7 * 0.5, 12)
})

it('is that of the domain alone where the text poses no problem', () => {
  expect(translationConfidence([domain, { ...formalization, status: 'not-a-problem' }])).toBe(0.5)
})

it('is unknown where the run ended before', () => {
  expect(translationConfidence([domain, ...attempt(0, { 0: 0.8 }, [0])])).toBeNull()
})

it.each([
  { second: 'repairs it', kept: 1 },
  { second: 'does not', kept: 0 },
])('goes with the formalizer where a second attempt $second', async ({ kept }) => {
  const model = createScriptedLanguageModel((request) => {
    const prompt = 'prompt' in request ? request.prompt : ''
    if (request.sampling?.temperature === 0) return { text: 'x', logprob: -2 }
    const good = pointAtWords(prompt, [
      ['participant', 'Ana'],
      ['duration', '30 minutes'],
      ['day', 'Monday'],
      ['work_hours', '9:00', '17:00'],
    ])
    return { text: kept === 1 ? good : 'y', logprob: -0.01 }
  })
  const text = 'Ana has 30 minutes on Monday from 9:00 to 17:00.'
  const limits = { ...defaultFormalizeLimits, repairs: 1 }
  const { events, result } = await formalizeToEnd(smallModelFormalizer, { text, model, limits })
  const ends = eventsOf(events, 'segment-end')

  expect(ends.map((end) => [end.attempt, end.segment])).toEqual([
    [0, 0],
    [1, 0],
  ])
  expect(result.status).toBe(kept === 1 ? 'formalized' : 'malformed')
  expect(translationConfidence(events)).toBe(ends[kept]?.confidence)
})
