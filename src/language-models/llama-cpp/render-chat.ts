import { basename } from 'node:path'
import type { LlamaText } from 'node-llama-cpp'
import type { ChatRendering } from '../contract/chat-rendering.ts'
import type { ChatMessage } from '../contract/generate.ts'
import { readGgufHeader } from '../gguf-header.ts'

/**
 * A conversation in the chat template of a model's file, by the same wrapper that the loaded model would use, without
 * loading it.
 */
export async function renderChat(file: string, messages: readonly ChatMessage[]): Promise<ChatRendering> {
  const reading = await readGgufHeader(file)
  if (reading.status !== 'read') return { status: 'failed', message: `${reading.message} ${reading.wayOut}` }
  const template = reading.header.chatTemplate
  if (template === undefined) return { status: 'no-template' }
  try {
    // Large, and wanted by few: nobody waits for it who does not look at prompts.
    const { readGgufFileInfo } = await import('node-llama-cpp')
    const { writeChat } = await import('./chat-prompt.ts')
    const fileInfo = await readGgufFileInfo(file, { readTensorInfo: false, logWarnings: false })
    const text = writeChat(messages, { fileInfo, filename: basename(file) })
    return { status: 'rendered', template, parts: partsOf(text) }
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

function partsOf(text: LlamaText): { text: string; isTemplate: boolean }[] {
  const parts: { text: string; isTemplate: boolean }[] = []
  for (const value of text.values) {
    const isTemplate = typeof value !== 'string'
    const written = typeof value === 'string' ? value : value.toString()
    const last = parts.at(-1)
    if (last?.isTemplate === isTemplate) last.text += written
    else parts.push({ text: written, isTemplate })
  }
  return parts
}
