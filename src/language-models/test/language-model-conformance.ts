import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GeneratePart, GenerateRequest } from '../contract/generate.ts'
import type { LanguageModel } from '../contract/language-model.ts'
import { collectCompletions, textOf } from './collect-completions.ts'

/** What every request of the suite makes a model say: by grammar a real one, by script a fake. */
export const conformanceText = 'one two three'

const request = (more: Partial<GenerateRequest> = {}): GenerateRequest => ({
  prompt: 'Say it.',
  grammar: `root ::= "${conformanceText}"`,
  maxTokens: 64,
  ...more,
})
const never = () => new AbortController().signal

/** Every `LanguageModel` passes this. `create` must make a fresh model each time it is called. */
export function describeLanguageModel(name: string, create: () => Promise<LanguageModel>): void {
  describe(`${name} as a language model`, () => {
    let model: LanguageModel
    beforeAll(async () => {
      model = await create()
    })
    afterAll(() => model.unload())

    it('answers with tokens, usage, timing, and one end that comes last', async () => {
      const [completion] = await collectCompletions(model, [request()])

      expect(textOf(completion)).toBe(conformanceText)
      expect(completion?.map((part) => part.type).filter((type) => type !== 'token')).toEqual([
        'usage',
        'timing',
        'end',
      ])
      expect(completion?.at(-1)).toEqual({ request: 0, type: 'end', finishReason: 'stop' })
    })

    it('counts the tokens that it streams', async () => {
      const [completion = []] = await collectCompletions(model, [request()])
      const usage = completion.find((part) => part.type === 'usage')

      expect(usage?.completionTokens).toBe(completion.filter((part) => part.type === 'token').length)
      expect(usage?.promptTokens).toBeGreaterThan(0)
    })

    it('gives log-probabilities, none above zero', async () => {
      const [completion = []] = await collectCompletions(model, [request()])
      const logprobs = completion.flatMap((part) => (part.type === 'token' ? [part.logprob] : []))

      expect(logprobs.length).toBeGreaterThan(0)
      expect(logprobs.every((logprob) => logprob <= 0)).toBe(true)
    })

    it('stops at the greatest number of tokens', async () => {
      const [completion = []] = await collectCompletions(model, [request({ maxTokens: 2 })])

      expect(completion.filter((part) => part.type === 'token')).toHaveLength(2)
      expect(completion.at(-1)).toMatchObject({ type: 'end', finishReason: 'length' })
    })

    it('ends before a stop string and shows nothing of it', async () => {
      const [completion] = await collectCompletions(model, [request({ stop: ['x', ' thr'] })])

      expect(textOf(completion)).toBe('one two')
      expect(completion?.at(-1)).toMatchObject({ type: 'end', finishReason: 'stop' })
    })

    it('answers many requests at once, each under its own number', async () => {
      const completions = await collectCompletions(
        model,
        Array.from({ length: 40 }, () => request()),
      )

      expect(completions).toHaveLength(40)
      expect(completions.map(textOf)).toEqual(completions.map(() => conformanceText))
    })

    it('ends at once where there is nothing to do', async () => {
      expect(await collectCompletions(model, [])).toEqual([])
    })

    it('says the same for the same seed', async () => {
      const sampling = { temperature: 1, seed: 7 }
      const open = request({ grammar: 'root ::= [a-z]{8}', sampling })
      const [first] = await collectCompletions(model, [open])
      const [second] = await collectCompletions(model, [open])

      expect(textOf(second)).toBe(textOf(first))
    })

    it('takes a conversation where it has a chat template', async () => {
      if (model.chatTemplate === undefined) return
      const chat: GenerateRequest = {
        messages: [
          { role: 'system', content: 'You are brief.' },
          { role: 'user', content: 'Say it.' },
        ],
        grammar: `root ::= "${conformanceText}"`,
        maxTokens: 64,
      }
      const [completion] = await collectCompletions(model, [chat])

      expect(textOf(completion)).toBe(conformanceText)
    })

    it('computes nothing for a signal that is aborted already', async () => {
      const ends = await endsOf(model, [request(), request()], AbortSignal.abort())

      expect(ends.map((part) => part.finishReason)).toEqual(['cancelled', 'cancelled'])
    })

    it('ends everything as cancelled, within 200 ms, when it is aborted', async () => {
      const controller = new AbortController()
      const requests = Array.from({ length: 60 }, () => request({ grammar: 'root ::= [a-z]+', maxTokens: 200 }))
      const reasons: string[] = []
      let abortedMs = 0
      for await (const part of model.generate(requests, controller.signal)) {
        if (part.type === 'token' && abortedMs === 0) {
          abortedMs = performance.now()
          controller.abort()
        }
        if (part.type === 'end') reasons.push(part.finishReason)
      }

      expect(performance.now() - abortedMs).toBeLessThan(200)
      expect(reasons).toHaveLength(60)
      expect(reasons).toContain('cancelled')
    })

    it('works on after a reader left in the middle', async () => {
      for await (const part of model.generate([request(), request()], never())) if (part.type === 'token') break
      const [completion] = await collectCompletions(model, [request()])

      expect(textOf(completion)).toBe(conformanceText)
    })

    it('counts the tokens of a text', async () => {
      expect(await model.countTokens('')).toBe(0)
      expect(await model.countTokens('one two')).toBeGreaterThan(0)
    })

    it('answers with an error after it was unloaded, and unloads twice', async () => {
      const other = await create()
      await other.unload()
      await other.unload()
      const [end] = await endsOf(other, [request()], never())

      expect(end).toMatchObject({ finishReason: 'error', message: expect.stringContaining('unloaded') })
      await expect(other.countTokens('one')).rejects.toMatchObject({ code: 'engine-stopped' })
    })
  })
}

type End = Extract<GeneratePart, { type: 'end' }>

async function endsOf(model: LanguageModel, requests: GenerateRequest[], signal: AbortSignal): Promise<End[]> {
  const ends: End[] = []
  for await (const part of model.generate(requests, signal)) if (part.type === 'end') ends.push(part)
  return ends
}
