import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { exampleSchema } from '../../src/api/contract.ts'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import { systemClock } from '../../src/base/clock.ts'
import { planningDomains } from '../../src/domains/registry.ts'
import { createEngine, type Engine } from '../../src/engine/engine.ts'
import { readReplayPage } from '../../src/engine/export/replay-page.ts'
import { smallModelFormalizer } from '../../src/formalization/small-model-formalizer.ts'
import type { LanguageModel } from '../../src/language-models/contract/language-model.ts'
import type { ModelHost } from '../../src/language-models/contract/model-host.ts'
import { createScriptedLanguageModel } from '../../src/language-models/test/scripted-language-model.ts'
import { createTauEngine } from '../../src/prolog/tau/tau-engine.ts'
import { maintainStore } from '../../src/storage/sqlite/maintain-store.ts'
import { createSqliteStore } from '../../src/storage/sqlite/sqlite-store.ts'
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
      const description = { id: id ?? file, quantization: quantizations.find((one) => file.includes(one)) ?? 'none' }
      const { tokenDelayMs } = options
      const model = createScriptedLanguageModel(perfectScript, { tokenDelayMs, description })
      return { status: 'loaded', model: oneAfterTheOther(model) }
    },
  }
  const examples = join(import.meta.dirname, '..', '..', 'datasets', 'examples', 'examples.json')
  return createEngine({
    clock: systemClock,
    domains: [...planningDomains.values()],
    formalizer: smallModelFormalizer,
    prolog: createTauEngine(),
    modelHost,
    listModels: async () => [...quantizations, 'broken'].map(scriptedEntry),
    findModel: async (id) => ({ id, file: `${id}.gguf` }),
    examples: z.array(exampleSchema).parse(JSON.parse(await readFile(examples, 'utf8'))),
    replayPage: () => readReplayPage(join(import.meta.dirname, '..', '..')),
    storeMaintenance: maintainStore({ home: options.home, now: systemClock.now }),
    store: createSqliteStore({ home: options.home, now: systemClock.now, onSetAside: () => {} }),
  })
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
    name: 'Scripted model',
    file: `scripted-${quantization}.gguf`,
    quantization,
    parameters: 4_000_000,
    sizeBytes: quantization === 'f16' ? 8_100_000 : 4_300_000,
    contextTokens: 1024,
    memoryBytes: 48_000_000,
    shipped: quantization !== 'broken',
  }
}
