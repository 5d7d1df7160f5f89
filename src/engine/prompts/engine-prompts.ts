import type { CasesInput, PreviewInput, PromptCase, PromptEntry, PromptPreview } from '../../api/prompts-contract.ts'
import { previewPrompt } from '../../formalization/prompts/preview-prompt.ts'
import type { ChatRendering } from '../../language-models/contract/chat-rendering.ts'
import type { ChatMessage } from '../../language-models/contract/generate.ts'
import type { LanguageModel } from '../../language-models/contract/language-model.ts'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import type { PromptVersion } from '../../planning/prompt-version.ts'
import type { RunStore } from '../../storage/run-store.ts'
import { findCases } from './prompt-cases.ts'
import type { PromptLibrary } from './prompt-library.ts'

/** A conversation in the chat template of a model's file. */
export type RenderChat = (file: string, messages: readonly ChatMessage[]) => Promise<ChatRendering>

export interface EnginePrompts {
  list(): Promise<PromptEntry[]>
  /** Throws `not-found` for the name, `invalid-input` for a text that can't be used. */
  add(made: Pick<PromptVersion, 'name' | 'note' | 'text'>): Promise<PromptVersion>
  /** Throws `not-found` for a name, a version, a domain or a model nobody knows. */
  render(input: PreviewInput): Promise<PromptPreview>
  cases(input: CasesInput): Promise<PromptCase[]>
}

export interface EnginePromptsParts {
  readonly library: PromptLibrary
  readonly runs: RunStore
  readonly domains: readonly PlanningDomain[]
  readonly findFile: (modelId: string) => Promise<string>
  readonly renderChat: RenderChat
  /** The model of a file where it is loaded already. */
  readonly loadedModel: (file: string) => Promise<LanguageModel | undefined>
  readonly onChange: () => void
}

export function createEnginePrompts(parts: EnginePromptsParts): EnginePrompts {
  const { domains, library } = parts
  return {
    list: () => library.list(),
    async add(made) {
      const added = await library.add(made)
      parts.onChange()
      return added
    },
    async render({ domain, modelId, name, problemText, text, version }) {
      const shown = text ?? (await library.text(name, version ?? 1))
      const preview = previewPrompt({ name, prompts: { [name]: shown }, problemText, domain, domains })
      const { diagnostics, messages } = preview
      const plain = { messages: [...messages], diagnostics: [...diagnostics] }
      return modelId === undefined ? plain : { ...plain, ...(await askedOf(parts, modelId, plain.messages)) }
    },
    async cases(input) {
      const { against, name, version } = input
      const texts = { version: await library.text(name, version), against: await library.text(name, against) }
      return findCases({ ...input, domains, texts }, parts.runs)
    },
  }
}

async function askedOf(
  { findFile, loadedModel, renderChat }: EnginePromptsParts,
  modelId: string,
  messages: PromptPreview['messages'],
): Promise<Pick<PromptPreview, 'chat' | 'tokens'>> {
  const file = await findFile(modelId)
  const raw = messages.filter(({ role }) => role === 'raw').map(({ content }) => content)
  const conversation = messages.flatMap(({ content, role }): ChatMessage[] =>
    role === 'raw' ? [] : [{ role, content }],
  )
  const chat = conversation.length === 0 ? undefined : await renderChat(file, conversation)
  const shown = chat === undefined ? {} : { chat }
  const prompts = chat?.status === 'rendered' ? [chat.parts.map(({ text }) => text).join('')] : raw
  const model = prompts.length === 0 ? undefined : await loadedModel(file)
  if (model === undefined) return shown
  const counts = await Promise.all(prompts.map((prompt) => model.countTokens(prompt)))
  return { ...shown, tokens: { prompt: Math.max(...counts), context: model.contextTokens } }
}
