import { expect, it } from 'vitest'
import { strictWriter, writePrompt } from './prompt-writer.ts'

const prompts = { 'chat-problem': 'Now: {{sentences}}\n{{oops}}' }
const values = { sentences: '1: Go.' }

it('a template with something wrong in it stops a run, and the run says where', () => {
  expect(() => strictWriter(prompts)('chat-problem', values)).toThrow(
    'The prompt template "chat-problem" cannot be used. Line 2: There is no variable oops here.',
  )
})

it('the same template is shown as far as it goes', () => {
  expect(writePrompt('chat-problem', values, prompts)).toMatchObject({
    text: 'Now: 1: Go.',
    diagnostics: [{ line: 2 }],
  })
})

it('a name that has no text of its own has the built-in one', () => {
  expect(strictWriter({})('chat-problem', values)).toBe('1: Go.')
})
