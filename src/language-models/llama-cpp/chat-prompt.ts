import {
  type ChatHistoryItem,
  GeneralChatWrapper,
  type LlamaModel,
  type LlamaText,
  type ResolveChatWrapperOptions,
  resolveChatWrapper,
  type Token,
} from 'node-llama-cpp'
import type { ChatMessage } from '../contract/generate.ts'

function historyItem({ role, content }: ChatMessage): ChatHistoryItem {
  if (role === 'assistant') return { type: 'model', response: [content] }
  return role === 'system' ? { type: 'system', text: content } : { type: 'user', text: content }
}

const chatHistoryOf = (messages: readonly ChatMessage[]) => [
  ...messages.map(historyItem),
  historyItem({ role: 'assistant', content: '' }),
]

/**
 * The tokens of a conversation in the model's own chat template, up to where its answer begins. Special tokens that
 * stand in a message stay text.
 */
export function chatPrompt(model: LlamaModel, messages: readonly ChatMessage[]): Token[] {
  const { contextText } = resolveChatWrapper(model).generateContextState({ chatHistory: chatHistoryOf(messages) })
  return contextText.tokenize(model.tokenizer)
}

/** The same of a model that is not loaded, as text. */
export function writeChat(
  messages: readonly ChatMessage[],
  file: Pick<ResolveChatWrapperOptions, 'fileInfo' | 'filename'>,
): LlamaText {
  const wrapper = resolveChatWrapper({ ...file, warningLogs: false }) ?? new GeneralChatWrapper()
  return wrapper.generateContextState({ chatHistory: chatHistoryOf(messages) }).contextText
}
