import { describe, expect, it } from 'vitest'
import { completionDetailSchema } from '../planning/run-event.ts'
import { CompletionRecord, completionRequest } from './completion-record.ts'

const request = 0

describe('the record of a completion', () => {
  it('has its letters, its cost and each token with its log-probability', () => {
    const record = new CompletionRecord()
    record.take({ request, type: 'token', text: 'busy', logprob: -0.123456 })
    record.take({ request, type: 'token', text: ':', logprob: -2 })
    record.take({ request, type: 'usage', promptTokens: 7, completionTokens: 2 })
    record.take({ request, type: 'timing', promptMs: 3, generateMs: 4 })
    record.take({ request, type: 'end', finishReason: 'length' })

    expect(record.text).toBe('busy:')
    expect(record.usage).toEqual({ promptTokens: 7, completionTokens: 2 })
    expect(record.detail).toEqual({
      finishReason: 'length',
      promptMs: 3,
      generateMs: 4,
      tokens: [
        { text: 'busy', logprob: -0.1235 },
        { text: ':', logprob: -2 },
      ],
    })
  })

  it('weighs a part of the letters by the tokens that end there', () => {
    const record = new CompletionRecord()
    for (const text of ['a', 'bc', 'd']) record.take({ request, type: 'token', text, logprob: -text.length })

    expect(record.logprobs(1, 3)).toEqual([-2])
    expect(record.logprobs(0, 4)).toEqual([-1, -2, -1])
  })

  it('can be stored also where a token was impossible', () => {
    const record = new CompletionRecord()
    record.take({ request, type: 'token', text: 'a', logprob: Number.NEGATIVE_INFINITY })

    const stored = completionDetailSchema.parse(JSON.parse(JSON.stringify(record.detail)))
    expect(Math.exp(stored.tokens?.[0]?.logprob ?? 0)).toBe(0)
  })
})

it('says how a completion was asked for, without what was left open', () => {
  const sampling = { temperature: 0.8, topP: 0.95, seed: undefined }
  expect(completionRequest({ grammar: 'root ::= "a"', maxTokens: 9, sampling })).toEqual({
    grammar: 'root ::= "a"',
    maxTokens: 9,
    sampling: { temperature: 0.8, topP: 0.95 },
  })
})
