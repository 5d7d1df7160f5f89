import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { exampleSchema } from '../../src/api/contract.ts'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import { systemClock } from '../../src/base/clock.ts'
import { planningDomains } from '../../src/domains/registry.ts'
import { createEngine, type Engine } from '../../src/engine/engine.ts'
import { readReplayPage } from '../../src/engine/export/replay-page.ts'
import { modelFormalizer } from '../../src/formalization/model-formalizer.ts'
import type { ChatRendering } from '../../src/language-models/contract/chat-rendering.ts'
import type { ChatMessage } from '../../src/language-models/contract/generate.ts'
import type { LanguageModel } from '../../src/language-models/contract/language-model.ts'
import type { ModelHost } from '../../src/language-models/contract/model-host.ts'
import { createScriptedLanguageModel } from '../../src/language-models/test/scripted-language-model.ts'
import { chatMlTemplate } from '../../src/language-models/test/tiny-gguf.ts'
import { createTauEngine } from '../../src/prolog/tau/tau-engine.ts'
import { maintainStore } from '../../src/storage/sqlite/maintain-store.ts'
import { createSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts'
import { chatScript } from './scripted-chat.ts'
import { perfectScript } from './scripted-script.ts'

const quantizations = ['q8_0', 'q4_0', 'f16']

/** An engine whose models know a few examples by heart: everything else of it is real. */
export async function createScriptedEngine(options: { home: string; tokenDelayMs: number }): Promise<Engine> {
  const modelHost: ModelHost = {
    async load({ file, id }) {
      if (file.includes('broken')) {
        const message = 'The file of this model is damaged: its header ends early.'
        const error = {
          marker: 'planwright-error' as const,
          code: 'model-load' as const,
          message,
          wayOut: 'Copy it again.',
        }
        return { status: 'failed', error }
      }
      if (file.includes('chat')) {
        const description = { id: id ?? file, name: 'Scripted chat model', chatTemplate: chatMlTemplate }
        const { tokenDelayMs } = options
        return {
          status: 'loaded',
          model: inBytes(createScriptedLanguageModel(chatScript, { tokenDelayMs, description })),
        }
      }
      const description = { id: id ?? file, quantization: quantizations.find((one) => file.includes(one)) ?? 'none' }
      const { tokenDelayMs } = options
      const model = createScriptedLanguageModel(perfectScript, { tokenDelayMs, description })
      return { status: 'loaded', model: oneAfterTheOther(model) }
    },
  }
  const examples = join(import.meta.dirname, '..', '..', 'datasets', 'examples', 'examples.json')
  return createEngine({
    clock: systemClock,
    home: options.home,
    domains: [...planningDomains.values()],
    formalizer: modelFormalizer,
    prolog: createTauEngine(),
    modelHost,
    renderChat: async (file, messages) => (file.includes('chat') ? inChatMl(messages) : { status: 'no-template' }),
    listModels: async () => [...quantizations, 'chat', 'broken'].map(scriptedEntry),
    findModel: async (id) => ({ id, file: `${id}.gguf` }),
    presentModel: async (id) => ({
      sha256: '0'.repeat(64),
      quantization: quantizations.find((one) => id.includes(one)) ?? 'none',
    }),
    examples: z.array(exampleSchema).parse(JSON.parse(await readFile(examples, 'utf8'))),
    replayPage: () => readReplayPage(join(import.meta.dirname, '..', '..')),
    storeMaintenance: maintainStore({ home: options.home, now: systemClock.now }),
    store: createSqliteStore({ home: options.home, now: systemClock.now, onSetAside: () => {} }),
  })
}

/** As the template does it. */
function inChatMl(messages: readonly ChatMessage[]): ChatRendering {
  const part = (text: string, isTemplate: boolean) => ({ text, isTemplate })
  const parts = messages.flatMap(({ content, role }) => [
    part(`<|im_start|>${role}\n`, true),
    part(content, false),
    part('<|im_end|>\n', true),
  ])
  return { status: 'rendered', template: chatMlTemplate, parts: [...parts, part('<|im_start|>assistant\n', true)] }
}

/** Knows no marker as a token of its own, as every model but ours. */
function inBytes(model: LanguageModel): LanguageModel {
  return { ...model, countTokens: async (text) => Math.ceil(Buffer.byteLength(text) / 3) + 1 }
}

/** Answers request by request, so that a later piece of text begins when an earlier one is done. */
function oneAfterTheOther(model: LanguageModel): LanguageModel {
  return {
    ...model,
    async *generate(requests, signal) {
      for (const [index, request] of requests.entries()) {
        for await (const part of model.generate([request], signal)) yield { ...part, request: index }
      }
    },
  }
}

function scriptedEntry(quantization: string): ModelEntry {
  return {
    id: `scripted-${quantization}`,
    name: quantization === 'chat' ? 'Scripted chat model' : 'Scripted model',
    file: `scripted-${quantization}.gguf`,
    quantization,
    parameters: 4_000_000,
    sizeBytes: quantization === 'f16' ? 8_100_000 : 4_300_000,
    contextTokens: 1024,
    memoryBytes: 48_000_000,
    shipped: quantizations.includes(quantization),
  }
}
