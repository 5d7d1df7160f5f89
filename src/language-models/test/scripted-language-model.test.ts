import { expect, it } from 'vitest'
import { collectCompletions, textOf } from './collect-completions.ts'
import { conformanceText, describeLanguageModel } from './language-model-conformance.ts'
import { createScriptedLanguageModel } from './scripted-language-model.ts'

describeLanguageModel('the scripted model', async () =>
  createScriptedLanguageModel(() => conformanceText, { tokenDelayMs: 1 }),
)

it('remembers what it was asked', async () => {
  const model = createScriptedLanguageModel(
    (request, index) => `${index}: ${'prompt' in request ? request.prompt : ''}`,
  )
  const requests = ['a', 'b'].map((prompt) => ({ prompt, maxTokens: 9 }))
  const completions = await collectCompletions(model, requests)

  expect(completions.map(textOf)).toEqual(['0: a', '1: b'])
  expect(model.requests).toEqual(requests)
})

it('fails where the script says so', async () => {
  const model = createScriptedLanguageModel(() => ({ error: 'no power' }))
  const [completion] = await collectCompletions(model, [{ prompt: 'a', maxTokens: 9 }])

  expect(completion).toEqual([{ request: 0, type: 'end', finishReason: 'error', message: 'no power' }])
})
