import { type ChatHistoryItem, type LlamaModel, resolveChatWrapper, type Token } from 'node-llama-cpp'
import type { ChatMessage } from '../contract/generate.ts'

function historyItem({ role, content }: ChatMessage): ChatHistoryItem {
  if (role === 'assistant') return { type: 'model', response: [content] }
  return role === 'system' ? { type: 'system', text: content } : { type: 'user', text: content }
}

/**
 * The tokens of a conversation in the model's own chat template, up to where its answer begins. Special tokens that
 * stand in a message stay text.
 */
export function chatPrompt(model: LlamaModel, messages: readonly ChatMessage[]): Token[] {
  const chatHistory = [...messages.map(historyItem), historyItem({ role: 'assistant', content: '' })]
  const { contextText } = resolveChatWrapper(model).generateContextState({ chatHistory })
  return contextText.tokenize(model.tokenizer)
}
