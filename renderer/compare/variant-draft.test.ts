import { expect, it } from 'vitest'
import { plainDraft, variantName, variantOf } from './variant-draft.ts'

it('is named by what tells it from a plain one', () => {
  expect(variantName(plainDraft(0, 'nano'))).toBe('nano')
  expect(variantName({ key: 0, modelId: 'nano', repairs: 0, temperature: 0.8, prompt: '' })).toBe(
    'nano, no repairs, temperature 0.8',
  )
})

it('says in its recipe only what is not as usual', () => {
  expect(variantOf(plainDraft(0, 'nano')).recipe).toEqual({})
  expect(
    variantOf({ key: 0, modelId: 'nano', repairs: 1, temperature: 0.5, prompt: 'chat-translate 3' }).recipe,
  ).toEqual({
    repairs: 1,
    sampling: { temperature: 0.5, topP: 0.95, seed: 1 },
    prompts: { 'chat-translate': 3 },
  })
})
