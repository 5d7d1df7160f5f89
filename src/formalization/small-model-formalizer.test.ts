import { describe, expect, it } from 'vitest'
import type { GenerateRequest } from '../language-models/contract/generate.ts'
import {
  createScriptedLanguageModel,
  type Script,
  type ScriptedLanguageModel,
} from '../language-models/test/scripted-language-model.ts'
import { defaultFormalizeLimits, type Formalization } from './formalizer.ts'
import { smallModelFormalizer } from './small-model-formalizer.ts'
import { structure } from './small-model-prompt.ts'
import { eventsOf, formalizeToEnd } from './test/formalize-to-end.ts'
import { pointAtWords, type ScriptedFact, strayMarker, wordsAskedAbout } from './test/point-at-words.ts'

const text = [
  'Ana and Ben meet for 30 minutes on Monday.',
  'They work from 9:00 to 17:00.',
  'Ana sees Cleo from 9:00 to 10:00.',
  'Thanks to you all!',
].join(' ')
const [frame, hours, meeting, thanks] = ['Ana and', 'They work', 'Ana sees', 'Thanks'] as const
const good: Readonly<Record<string, readonly ScriptedFact[]>> = {
  [frame]: [
    ['participant', 'Ana'],
    ['participant', 'Ben'],
    ['duration', '30 minutes'],
    ['day', 'Monday'],
  ],
  [hours]: [['work_hours', '9:00', '17:00']],
  [meeting]: [['busy', 'Ana', null, '9:00', '10:00']],
}

type Answers = Readonly<Record<string, readonly ScriptedFact[] | string>>
const promptOf = (request: GenerateRequest) => ('prompt' in request ? request.prompt : '')
const attemptOf = (request: GenerateRequest) =>
  request.sampling?.temperature === 0 ? 0 : (request.sampling?.seed ?? 0)

/** Answers each segment as the attempt says, as it should be where that says nothing. */
function answering(...attempts: readonly Answers[]): Script {
  return (request) => {
    const prompt = promptOf(request)
    if (prompt.startsWith(structure.classify)) return '=calendar'
    const beginning =
      Object.keys({ ...good, [thanks]: '' }).find((one) => wordsAskedAbout(prompt).startsWith(one)) ?? ''
    const answer = attempts[attemptOf(request)]?.[beginning] ?? good[beginning] ?? 'none:'
    return typeof answer === 'string' ? answer : pointAtWords(prompt, answer)
  }
}

const formalize = (model: ScriptedLanguageModel, repairs = 2, more: { domain?: string } = {}) =>
  formalizeToEnd(smallModelFormalizer, { text, model, limits: { ...defaultFormalizeLimits, repairs }, ...more })
const scripted = (...attempts: readonly Answers[]) => createScriptedLanguageModel(answering(...attempts))
const factsOf = (result: Formalization) =>
  'facts' in result ? result.facts.map(({ fact }) => `${fact.predicate}(${fact.args.join(',')})`) : []

describe('what a small model says', () => {
  it('becomes facts, where each segment states some or none', async () => {
    const { events, result } = await formalize(scripted())

    expect(result.status).toBe('formalized')
    expect(factsOf(result)).toEqual([
      'participant(Ana)',
      'participant(Ben)',
      'duration(30)',
      'day(Monday)',
      'work_hours(540,1020)',
      'busy(Ana,,540,600)',
    ])
    expect(eventsOf(events, 'segment-end').map(({ outcome }) => outcome)).toEqual([
      'no-constraint',
      'facts',
      'facts',
      'facts',
    ])
  })

  it('points at the words it came from', async () => {
    const { result } = await formalize(scripted())
    const busy = 'facts' in result ? result.facts.at(-1) : undefined

    expect(text.slice(busy?.span.start, busy?.span.end)).toBe('Ana sees Cleo from 9:00 to 10:00.')
    expect(busy?.argSpans.map((span) => span && text.slice(span.start, span.end))).toEqual([
      'Ana',
      null,
      '9:00',
      '10:00',
    ])
  })

  it.each([
    ['malformed', `busy:${strayMarker}${strayMarker}___`],
    ['cut-off', 'x'.repeat(400).split('').join(' ')],
  ])('leaves a draft where a segment stays %s', async (outcome, completion) => {
    const { events, result } = await formalize(scripted({ [meeting]: completion }), 0)

    expect(result).toMatchObject({ status: 'incomplete', uncovered: [2] })
    expect(factsOf(result)).toHaveLength(5)
    expect(eventsOf(events, 'segment-end').find(({ segment }) => segment === 2)?.outcome).toBe(outcome)
  })

  it('leaves a draft where the facts lack something or cannot all be meant', async () => {
    const short: Answers = { [frame]: (good[frame] ?? []).filter(([predicate]) => predicate !== 'duration') }
    const { result } = await formalize(scripted(short), 0)

    expect(result).toMatchObject({
      status: 'incomplete',
      uncovered: [],
      errors: ['nothing says how long the meeting takes; 30 minutes are assumed'],
    })
  })

  it('stands where a fact is only doubtful: of someone who does not take part', async () => {
    const stranger: Answers = { [meeting]: [['busy', 'Cleo', null, '9:00', '10:00']] }

    expect(await formalize(scripted(stranger), 0)).toMatchObject({ result: { status: 'formalized' } })
  })

  it('is malformed where nothing of it can be read', async () => {
    const model = createScriptedLanguageModel(() => 'busy:')

    expect(await formalize(model, 0)).toMatchObject({ result: { status: 'malformed' } })
  })

  it('leaves a record of how it was asked: grammar and sampling once an attempt, tokens with each answer', async () => {
    const { events } = await formalize(scripted({ [meeting]: 'busy:' }), 1, { domain: 'auto' })
    const attempts = eventsOf(events, 'attempt-start').map(({ request }) => request)
    const ends = eventsOf(events, 'segment-end')

    expect(attempts.map((request) => request?.sampling)).toEqual([
      { temperature: 0 },
      { temperature: 0.8, topP: 0.95, seed: 1 },
    ])
    expect(attempts[0]).toMatchObject({ grammar: expect.stringContaining('root ::='), maxTokens: 320 })
    expect(ends.map(({ detail }) => detail?.tokens?.map(({ text }) => text).join(''))).toEqual(
      ends.map(({ completion }) => completion),
    )
    expect(ends.every(({ detail }) => detail?.finishReason === 'stop')).toBe(true)
    expect(eventsOf(events, 'domain')).toMatchObject([
      { domain: 'calendar', asked: { completion: '=calendar', maxTokens: 4, finishReason: 'stop' } },
    ])
  })

  it('is as sure as its tokens are probable', async () => {
    const script = answering()
    const model = createScriptedLanguageModel((request, index) => ({
      text: String(script(request, index)),
      logprob: -0.1,
    }))
    const { result } = await formalize(model)
    const busy = 'facts' in result ? result.facts.at(-1) : undefined

    // busy, a colon, two markers each for Ana and both times, and the absent day.
    expect(busy?.confidence).toBeCloseTo(Math.exp(-0.1 * 9), 6)
  })
})

describe('a repair', () => {
  it('asks again about the sentence of a fact that lint complains of', async () => {
    const stranger: Answers = { [meeting]: [['busy', 'Cleo', null, '9:00', '10:00']] }
    const { events, result } = await formalize(scripted(stranger))

    expect(eventsOf(events, 'attempt-start')[1]).toMatchObject({ segments: [2], reason: 'unknown-person' })
    expect(factsOf(result)).toContain('busy(Ana,,540,600)')
    expect(result.status).toBe('formalized')
  })

  it('looks for what is missing where the model was least sure', async () => {
    const short: Answers = { [frame]: (good[frame] ?? []).filter(([predicate]) => predicate !== 'duration') }
    const script = answering(short)
    const model = createScriptedLanguageModel((request, index) => {
      const isDoubtful = wordsAskedAbout(promptOf(request)).startsWith(frame)
      return { text: String(script(request, index)), logprob: isDoubtful ? -2 : -0.001 }
    })
    const { events, result } = await formalize(model)
    const again = eventsOf(events, 'attempt-start')[1]

    expect(again?.reason).toBe('missing-duration')
    expect(again?.segments).toContain(0)
    expect(factsOf(result)).toContain('duration(30)')
  })

  it('asks again about text that was not covered', async () => {
    const { events, result } = await formalize(scripted({ [hours]: 'work_hours:' }))

    expect(eventsOf(events, 'attempt-start')[1]).toMatchObject({ segments: [1], reason: 'uncovered' })
    expect(result.status).toBe('formalized')
  })

  it('samples, each attempt with its own seed', async () => {
    const model = scripted({ [hours]: 'work_hours:' }, { [hours]: 'work_hours:' })
    await formalize(model)

    expect(model.requests.slice(-2).map(({ sampling }) => sampling?.seed)).toEqual([1, 2])
  })

  it('is not made because the facts leave no solution', async () => {
    const { events } = await formalize(scripted({ [meeting]: [['busy', 'Ana', null, null, null]] }))

    expect(eventsOf(events, 'attempt-start')).toHaveLength(1)
  })

  it('keeps what helped of an attempt, sentence by sentence', async () => {
    const broken: Answers = { [hours]: 'work_hours:', [meeting]: 'busy:' }
    const { events, result } = await formalize(scripted(broken, { [meeting]: 'busy:' }))

    expect(eventsOf(events, 'attempt-end').map(({ kept }) => kept)).toEqual([expect.any(Array), [1], [2]])
    expect(result.status).toBe('formalized')
  })

  it('keeps the better attempt and tells of every one', async () => {
    const worse: Answers = {
      [hours]: [
        ['busy', 'Monday', null, '9:00', '17:00'],
        ['busy', 'They', null, '9:00', '17:00'],
      ],
    }
    const { events, result } = await formalize(scripted({ [hours]: 'work_hours:' }, worse, worse))

    expect(result).toMatchObject({ status: 'incomplete', uncovered: [1] })
    expect(factsOf(result)).toHaveLength(5)
    expect(eventsOf(events, 'attempt-end').map(({ diagnostics }) => diagnostics.length > 0)).toEqual([true, true, true])
    expect(eventsOf(events, 'formalization')).toMatchObject([{ attempts: 3 }])
  })
})

describe('the domain', () => {
  it('is what the model says, where none is asked for', async () => {
    const { events, result } = await formalize(scripted(), 0, { domain: 'auto' })

    expect(eventsOf(events, 'domain')).toMatchObject([{ domain: 'calendar' }])
    expect(result).toMatchObject({ status: 'formalized', domain: { id: 'calendar' } })
  })

  it('is none for a text that poses no problem', async () => {
    const model = createScriptedLanguageModel(() => '=none')
    const { events, result } = await formalize(model, 0, { domain: 'auto' })

    expect(result).toEqual({ status: 'not-a-problem' })
    expect(eventsOf(events, 'domain')).toMatchObject([{ domain: 'not-a-problem' }])
    expect(model.requests).toHaveLength(1)
  })

  it('is not asked of the model where it is named', async () => {
    const model = scripted()
    const { events } = await formalize(model)

    expect(eventsOf(events, 'domain')).toEqual([])
    expect(model.requests.map(promptOf).filter((prompt) => prompt.startsWith(structure.classify))).toEqual([])
  })

  it('must be one there is', async () => {
    await expect(formalize(scripted(), 0, { domain: 'chess' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('formalizing with a small model', () => {
  it('ends when it is cancelled', async () => {
    const abort = new AbortController()
    const model = createScriptedLanguageModel(answering(), { tokenDelayMs: 2 })
    setTimeout(() => abort.abort(), 10)

    await expect(formalizeToEnd(smallModelFormalizer, { text, model }, abort.signal)).rejects.toThrow()
  })

  it('fails where the model does, and says why', async () => {
    const model = createScriptedLanguageModel(() => ({ error: 'no power' }))

    await expect(formalize(model)).rejects.toMatchObject({
      code: 'engine-stopped',
      message: expect.stringContaining('no power'),
    })
  })
})
