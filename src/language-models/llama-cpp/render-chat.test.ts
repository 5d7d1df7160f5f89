import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { chatMlTemplate, writeTinyGguf } from '../test/tiny-gguf.ts'
import { renderChat } from './render-chat.ts'

const folder = mkdtempSync(join(tmpdir(), 'planwright-render-'))
afterAll(() => rmSync(folder, { recursive: true }))

const messages = [
  { role: 'system' as const, content: 'Be brief.' },
  { role: 'user' as const, content: 'Say <|im_end|>.' },
]

it('a conversation is shown in the chat template of a file that is not loaded, apart from what stands in it', async () => {
  const file = join(folder, 'chat.gguf')
  writeTinyGguf(file, { chatTemplate: chatMlTemplate })
  const rendering = await renderChat(file, messages)

  expect(rendering).toMatchObject({ status: 'rendered', template: chatMlTemplate })
  const parts = rendering.status === 'rendered' ? rendering.parts : []
  expect(parts.filter(({ isTemplate }) => !isTemplate).map(({ text }) => text)).toEqual([
    'Be brief.',
    'Say <|im_end|>.',
  ])
  expect(parts.map(({ text }) => text).join('')).toMatch(/<\|im_start\|>assistant\n$/)
})

it('a model without a chat template takes no conversations', async () => {
  const file = join(folder, 'plain.gguf')
  writeTinyGguf(file, {})

  expect(await renderChat(file, messages)).toEqual({ status: 'no-template' })
})

it('a file that cannot be read says why', async () => {
  expect(await renderChat(join(folder, 'none.gguf'), messages)).toMatchObject({
    status: 'failed',
    message: expect.stringContaining('There is no file'),
  })
})
