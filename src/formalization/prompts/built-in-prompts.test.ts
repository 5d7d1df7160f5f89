import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { planningDomains } from '../../domains/registry.ts'
import { chatMessageSchema } from '../../language-models/contract/generate.ts'
import type { Diagnostic } from '../../planning/diagnostic.ts'
import { asMessages, chatClassifyMessages, chatMessages, repairMessages } from '../chat/chat-prompt.ts'
import { segmentText } from '../segmenter.ts'
import { builtInPrompts } from './built-in-prompts.ts'
import { checkPrompt, strictWriter } from './prompt-writer.ts'

const messages = z.array(chatMessageSchema)
/** What was asked when the prompts still stood in the code. */
const firstPrompts = z
  .array(z.object({ domain: z.string(), text: z.string(), translate: messages, repair: messages, classify: messages }))
  .parse(JSON.parse(readFileSync(new URL('./__fixtures__/first-prompts.json', import.meta.url), 'utf8')))

const diagnostics: Diagnostic[] = [
  { severity: 'error', code: 'syntax', message: 'this line is no fact: hello' },
  {
    severity: 'error',
    code: 'not-in-text',
    message: '"Cleo" does not stand in the text',
    span: { segment: 1, start: 0, end: 4 },
  },
  { severity: 'warning', code: 'lint', message: 'never mind' },
]

describe('the built-in prompts', () => {
  it.each(firstPrompts)('ask as they always did: $domain, $text', ({ classify, domain, repair, text, translate }) => {
    const schema = planningDomains.get(domain)?.factSchema ?? { domain, predicates: [] }
    const write = strictWriter()
    const first = chatMessages({ text, segments: segmentText(text), schema }, write)

    expect(asMessages(first)).toEqual(translate)
    const asked = repairMessages({ messages: first, domain }, { completion: 'hello\n', diagnostics }, write)
    expect(asMessages(asked)).toEqual(repair)
    const schemas = [...planningDomains.values()].map(({ factSchema }) => factSchema)
    expect(asMessages(chatClassifyMessages(text, schemas, write))).toEqual(classify)
  })

  it.each(builtInPrompts)('have nothing wrong with them: $name', (prompt) => {
    expect(checkPrompt(prompt, prompt.text)).toEqual([])
  })

  it('say why a model’s own language is fixed', () => {
    expect(builtInPrompts.filter(({ role }) => role === 'fixed').map(({ fixedBecause }) => fixedBecause)).toEqual([
      expect.stringContaining('trained on exactly this'),
    ])
  })
})
