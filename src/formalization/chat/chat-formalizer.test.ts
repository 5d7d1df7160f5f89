import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNodeProcessHost } from '../../base/node-process-host.ts'
import { planningDomains } from '../../domains/registry.ts'
import type { GenerateRequest } from '../../language-models/contract/generate.ts'
import type { LanguageModel } from '../../language-models/contract/language-model.ts'
import { createLlamaCppHost } from '../../language-models/llama-cpp/llama-cpp-host.ts'
import { createScriptedLanguageModel } from '../../language-models/test/scripted-language-model.ts'
import { chatMlTemplate, writeTinyGguf } from '../../language-models/test/tiny-gguf.ts'
import { checkFacts } from '../../planning/check-facts.ts'
import { defaultFormalizeLimits, type Formalization } from '../formalizer.ts'
import { eventsOf, formalizeToEnd } from '../test/formalize-to-end.ts'
import { chatFormalizer } from './chat-formalizer.ts'

const text = 'Ana and Ben meet for 30 minutes on Monday. Ana is busy from 9:00 to 10:00. Thanks!'
const frame = '1 participant("Ana")\n1 participant("Ben")\n1 duration("30 minutes")\n1 day("Monday")\n'
const good = `${frame}2 busy("Ana", -, "9:00", "10:00")\n3 none\n`
const goodFacts = ['participant(Ana)', 'participant(Ben)', 'duration(30)', 'day(Monday)', 'busy(Ana,,540,600)']

const scripted = (...answers: readonly string[]) => {
  let asked = 0
  return createScriptedLanguageModel(() => answers[Math.min(asked++, answers.length - 1)] ?? '')
}
const formalize = (model: LanguageModel, domain = 'calendar') => formalizeToEnd(chatFormalizer, { text, model, domain })
const factsOf = (result: Formalization) =>
  'facts' in result ? result.facts.map(({ fact }) => `${fact.predicate}(${fact.args.join(',')})`) : []
const lastMessage = (request: GenerateRequest | undefined) =>
  request !== undefined && 'messages' in request ? (request.messages.at(-1)?.content ?? '') : ''

describe('what a chat model says', () => {
  it('becomes facts', async () => {
    const { result } = await formalize(scripted(good))

    expect(result.status).toBe('formalized')
    expect(factsOf(result)).toEqual(goodFacts)
  })

  it('is told token by token, and sentence by sentence at the end', async () => {
    const { events } = await formalize(scripted(good))

    expect(
      eventsOf(events, 'token')
        .map((event) => event.text)
        .join(''),
    ).toBe(good)
    expect(eventsOf(events, 'segment-end').map(({ outcome }) => outcome)).toEqual(['facts', 'facts', 'no-constraint'])
  })

  it('is said to it again with what is wrong, where a line is no fact', async () => {
    const model = scripted(`${good}and that is all\n`, good)
    const { result } = await formalize(model)

    expect(lastMessage(model.requests[1])).toContain('this line is no fact: and that is all')
    expect(result.status).toBe('formalized')
  })

  it('is said to it again with what is wrong, where words do not stand in the text', async () => {
    const model = scripted(good.replace('"Ana", -', '"Cleo", -'), good)
    const { events, result } = await formalize(model)

    expect(lastMessage(model.requests[1])).toContain('sentence 2: "Cleo" does not stand in the text')
    expect(eventsOf(events, 'attempt-start').map(({ reason }) => reason)).toEqual(['first', 'not-in-text, uncovered'])
    expect(factsOf(result)).toEqual(goodFacts)
  })

  it('stays a draft where it does not get better, with the attempt that had the fewest complaints', async () => {
    const { events, result } = await formalize(scripted(frame, '1 none\n', 'hello\n'))

    expect(result).toMatchObject({ status: 'incomplete', uncovered: [1, 2] })
    expect(factsOf(result)).toEqual(goodFacts.slice(0, 4))
    expect(eventsOf(events, 'attempt-end')).toHaveLength(3)
  })

  it('is not asked for again because there is no solution', async () => {
    const model = scripted(good.replace('"9:00", "10:00"', '-, -'))
    await formalize(model)

    expect(model.requests).toHaveLength(1)
  })

  it('names the domain where none is asked for', async () => {
    const { events, result } = await formalize(scripted('calendar', good), 'auto')

    expect(eventsOf(events, 'domain')).toMatchObject([{ domain: 'calendar' }])
    expect(result.status).toBe('formalized')
    expect((await formalize(scripted('none'), 'auto')).result).toEqual({ status: 'not-a-problem' })
  })

  it('fails with the reason of the model', async () => {
    const model = createScriptedLanguageModel(() => ({ error: 'no power' }))

    await expect(formalize(model)).rejects.toMatchObject({ code: 'engine-stopped' })
  })
})

describe('a chat model of random weights in llama.cpp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planwright-chat-'))
  let model: LanguageModel
  beforeAll(async () => {
    const file = join(folder, 'noise.gguf')
    writeTinyGguf(file, { chatTemplate: chatMlTemplate, contextTokens: 2176, width: 32, layers: 1 })
    const host = createLlamaCppHost({ processes: createNodeProcessHost() })
    const outcome = await host.load({ file, options: { threads: 1, sequences: 1 } }, new AbortController().signal)
    if (outcome.status === 'failed') throw new Error(outcome.error.message)
    model = outcome.model
  })
  afterAll(async () => {
    await model.unload()
    rmSync(folder, { recursive: true })
  })

  it.each([...planningDomains.values()])(
    'says nothing but lines of the grammar and facts of the schema: $id',
    async (domain) => {
      const limits = { ...defaultFormalizeLimits, repairs: 0 }
      const { events, result } = await formalizeToEnd(chatFormalizer, { text, model, domain: domain.id, limits })
      const completion = eventsOf(events, 'token')
        .map((event) => event.text)
        .join('')
      const names = domain.factSchema.predicates.map(({ name }) => name).join('|')

      // Noise may be cut off within its last line.
      for (const line of completion.split('\n').slice(0, -1)) {
        expect(line).toMatch(
          new RegExp(`^[1-9]\\d{0,2} (?:none|(?:${names})\\((?:(?:"[^"]+"|-)(?:, |(?=\\))))*\\))$`, 'u'),
        )
      }
      const facts = 'facts' in result ? result.facts.map(({ fact }) => fact) : []
      expect(checkFacts(domain.factSchema, facts).filter(({ code }) => code !== 'wrong-argument')).toEqual([])
    },
  )
})
