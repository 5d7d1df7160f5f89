import { expect, it } from 'vitest'
import {
  createScriptedLanguageModel,
  type ScriptedLanguageModel,
} from '../language-models/test/scripted-language-model.ts'
import { modelFormalizer } from './model-formalizer.ts'
import { formalizeToEnd } from './test/formalize-to-end.ts'

const text = 'Nothing to plan here.'
/** Its tokenizer takes a marker for one token, or for several bytes. */
const withTokenizer = (tokensAMarker: number, chatTemplate?: string): ScriptedLanguageModel => ({
  ...createScriptedLanguageModel(() => 'none:', {
    description: chatTemplate === undefined ? {} : { chatTemplate },
  }),
  countTokens: async (words) => words.length * tokensAMarker,
})
const firstRequest = async (model: ScriptedLanguageModel) => {
  await formalizeToEnd(modelFormalizer, { text, model })
  return model.requests[0]
}

it('speaks our prompt language with a model that has our markers, even one with a chat template', async () => {
  expect(await firstRequest(withTokenizer(1))).toHaveProperty('prompt')
  expect(await firstRequest(withTokenizer(1, 'chatml'))).toHaveProperty('prompt')
})

it('holds a conversation with any other model that has a chat template', async () => {
  expect(await firstRequest(withTokenizer(3, 'chatml'))).toHaveProperty('messages')
})

it('says what to do about a model that can do neither', async () => {
  await expect(formalizeToEnd(modelFormalizer, { text, model: withTokenizer(3) })).rejects.toMatchObject({
    code: 'unsupported',
    wayOut: expect.stringContaining('instruction-tuned'),
  })
})
