import type { Failure } from '../../../src/api/failure.ts'
import type { ModelDetails } from '../../../src/api/model-details.ts'
import type { LadderRung } from '../../../src/api/model-measurement.ts'
import type { ModelEntry } from '../../../src/api/models-contract.ts'
import type { EngineClient, EngineLink } from '../../connection/engine-link.ts'

const entry = (id: string, rest: Partial<ModelEntry> = {}): ModelEntry => ({
  id,
  name: id,
  file: `/models/${id}.gguf`,
  quantization: 'Q8_0',
  parameters: 4_000_000,
  sizeBytes: 4_300_000,
  contextTokens: 2048,
  memoryBytes: 48_000_000,
  shipped: false,
  ...rest,
})

const measurement: NonNullable<LadderRung['measurement']> = {
  sha256: 'a'.repeat(64),
  modelId: 'nano-q8_0',
  quantization: 'Q8_0',
  sizeBytes: 4_300_000,
  modifiedMs: 0,
  machine: 'A processor, 2 threads',
  time: Date.UTC(2026, 10, 21),
  planwright: '0.1.0',
  problems: 'held-out 12 0123456789ab',
  count: 12,
  correct: 11,
  low: 0.65,
  high: 0.99,
  byDomain: [{ domain: 'trip', count: 12, correct: 11 }],
  tokensPerSecond: 480,
  medianMs: 300,
  peakMemoryBytes: 150e6,
}

/** The engine's models as a test wants them: long work tells what the test says, and everything asked is remembered. */
export class FakeModels {
  entries: ModelEntry[] = [
    entry('nano-q8_0', { shipped: true }),
    entry('giant', { parameters: 9e9, sizeBytes: 5e9, beyondEdge: true }),
    entry('broken', { problem: 'broken.gguf is cut off.' }),
  ]
  /** Answers with an error. */
  isBroken = false
  refusal: Failure | null = null
  readonly asked: [name: string, input: unknown][] = []
  readonly cancelled: string[] = []
  #tell: ((event: unknown) => void) | undefined

  /** The work under way tells this; `failed` and what it ends with end it. */
  tell(event: { readonly type: string; readonly [name: string]: unknown }): void {
    this.#tell?.(event)
  }

  readonly openLink = async (): Promise<EngineLink> => ({
    isClosed: false,
    closed: new Promise(() => {}),
    client: this.#client() as unknown as EngineClient,
  })

  #client() {
    const answers = {
      list: () => {
        if (this.isBroken) throw new Error('no answer')
        return this.entries
      },
      loaded: () => [],
      bin: () => [],
      details: ({ modelId }: { modelId: string }) => detailsOf(modelId),
      ladder: () => [
        { modelId: 'nano-q4_0', quantization: 'Q4_0', sizeBytes: 2_000_000, measurement: null },
        { modelId: 'nano-q8_0', quantization: 'Q8_0', sizeBytes: 4_300_000, measurement },
      ],
      refusal: () => ({ failure: this.refusal }),
      unload: () => ({}),
      setDefault: () => ({}),
      remove: ({ modelId }: { modelId: string }) => ({ key: `key-${modelId}` }),
      putBack: ({ key }: { key: string }) => ({ modelId: key.replace('key-', '') }),
    }
    const models = Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        async (input: never) => {
          if (input !== undefined) this.asked.push([name, input])
          return answer(input)
        },
      ]),
    )
    const work =
      (name: string) =>
      async (input: unknown, { signal }: { signal: AbortSignal }) => {
        this.asked.push([name, input])
        return this.#events(name, signal)
      }
    return {
      engine: { info: async () => ({ version: 'test', platform: 'test', prolog: 'fake' }) },
      changes: { watch: () => new Promise(() => {}) },
      settings: { read: async () => ({}), set: async () => {} },
      models: { ...models, load: work('load'), measure: work('measure'), add: work('add') },
    }
  }

  async *#events(name: string, signal: AbortSignal): AsyncGenerator<unknown> {
    while (true) {
      const { promise, resolve } = Promise.withResolvers<unknown>()
      this.#tell = resolve
      signal.addEventListener('abort', () => resolve(undefined))
      const event = await promise
      if (event === undefined) {
        this.cancelled.push(name)
        return
      }
      yield event
    }
  }
}

function detailsOf(id: string): ModelDetails {
  const file = `/models/${id}.gguf`
  if (id === 'broken') {
    return { status: 'damaged', id, file, message: 'broken.gguf is cut off.', wayOut: 'Download it again.' }
  }
  const isGiant = id === 'giant'
  return {
    status: 'readable',
    id,
    name: id,
    file,
    source: isGiant ? 'user' : 'shipped',
    sizeBytes: 5e9,
    facts: {
      architecture: 'llama',
      layers: 32,
      heads: 32,
      keyValueHeads: 8,
      embeddingLength: 4096,
      parameters: isGiant ? 9e9 : 4e6,
      quantization: 'Q8_0',
      contextTokens: 8192,
      tokenizer: 'gpt2',
      vocabulary: 128_000,
      license: 'Apache-2.0',
      ...(isGiant ? { chatTemplate: '{{ messages }}' } : {}),
    },
    memory: {
      contextTokens: 4096,
      sequences: 8,
      weightsBytes: 5e9,
      cacheBytes: 2e9,
      buffersBytes: 1.9e9,
      processBytes: 0.1e9,
      totalBytes: 9e9,
      freeBytes: isGiant ? 4e9 : 20e9,
    },
    warnings: [],
  }
}
