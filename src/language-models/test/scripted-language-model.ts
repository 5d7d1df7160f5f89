import { setTimeout as sleep } from 'node:timers/promises'
import { PlanwrightError } from '../../base/planwright-error.ts'
import type { GeneratePart, GenerateRequest } from '../contract/generate.ts'
import type { LanguageModel, ModelDescription } from '../contract/language-model.ts'

/** What the model says to a request: its whole completion, or the completion with log-probabilities. */
export type Script = (
  request: GenerateRequest,
  index: number,
) => string | { readonly text: string; readonly logprob?: number } | { readonly error: string }

export interface ScriptedOptions {
  readonly id?: string
  /** Waits this long before each token, so that streaming and cancelling can be watched. */
  readonly tokenDelayMs?: number
  readonly description?: Partial<ModelDescription>
}

export interface ScriptedLanguageModel extends LanguageModel {
  /** Every request it was given, in order. */
  readonly requests: readonly GenerateRequest[]
}

/** Tokens of the scripted model: words, spaces and single other characters. */
const tokenPattern = /\w+|\s+|[^\w\s]/gu
const unloaded = 'The model has been unloaded. Load the model again.'

/** A language model that answers by a script and remembers what it was asked. */
export function createScriptedLanguageModel(script: Script, options: ScriptedOptions = {}): ScriptedLanguageModel {
  const requests: GenerateRequest[] = []
  const over = new AbortController()
  return {
    id: options.id ?? 'scripted',
    name: 'Scripted model',
    file: 'scripted:',
    backend: 'scripted',
    architecture: 'scripted',
    parameters: 0,
    quantization: 'none',
    sha256: '0'.repeat(64),
    sizeBytes: 0,
    contextTokens: 4096,
    capabilities: { grammar: false, logprobs: true, seed: true, embeddings: false, adapters: false },
    warnings: ['The scripted model ignores the grammar.'],
    ...options.description,
    requests,
    generate: async function* (batch, signal) {
      requests.push(...batch)
      const streams = batch.map((request, index) =>
        speak({
          request,
          index,
          said: script(request, index),
          delayMs: options.tokenDelayMs ?? 0,
          over: over.signal,
          signal,
        }),
      )
      yield* interleave(streams)
    },
    countTokens: async (text) => {
      if (over.signal.aborted) throw new PlanwrightError({ code: 'engine-stopped', message: unloaded })
      return tokensOf(text).length
    },
    unload: async () => over.abort(),
  }
}

const tokensOf = (text: string): string[] => text.match(tokenPattern) ?? []

interface Speech {
  readonly request: GenerateRequest
  readonly index: number
  readonly said: ReturnType<Script>
  readonly delayMs: number
  readonly over: AbortSignal
  readonly signal: AbortSignal
}

async function* speak(speech: Speech): AsyncGenerator<GeneratePart> {
  const { request, index, said, delayMs, over, signal } = speech
  if (typeof said === 'object' && 'error' in said) {
    yield { request: index, type: 'end', finishReason: 'error', message: said.error }
    return
  }
  const { text, logprob = -0.01 } = typeof said === 'string' ? { text: said } : said
  const tokens = tokensOf(cutAtStop(text, request.stop ?? []))
  const spoken = tokens.slice(0, request.maxTokens)
  const startedMs = performance.now()
  let completionTokens = 0
  for (const token of spoken) {
    if (delayMs > 0) await sleep(delayMs, undefined, { signal: AbortSignal.any([signal, over]) }).catch(() => {})
    if (signal.aborted || over.aborted) break
    yield { request: index, type: 'token', text: token, logprob }
    completionTokens++
  }
  const prompt = 'prompt' in request ? request.prompt : request.messages.map(({ content }) => content).join('\n')
  yield { request: index, type: 'usage', promptTokens: tokensOf(prompt).length, completionTokens }
  yield { request: index, type: 'timing', promptMs: 0, generateMs: performance.now() - startedMs }
  if (signal.aborted) yield { request: index, type: 'end', finishReason: 'cancelled' }
  else if (over.aborted) yield { request: index, type: 'end', finishReason: 'error', message: unloaded }
  else yield { request: index, type: 'end', finishReason: spoken.length < tokens.length ? 'length' : 'stop' }
}

function cutAtStop(text: string, stops: readonly string[]): string {
  const found = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0)
  return found.length === 0 ? text : text.slice(0, Math.min(...found))
}

/** One part of each in turn, as requests that are computed side by side come. */
async function* interleave(streams: readonly AsyncGenerator<GeneratePart>[]): AsyncGenerator<GeneratePart> {
  const open = new Set(streams)
  while (open.size > 0) {
    const round = [...open].map(async (stream) => ({ stream, result: await stream.next() }))
    for (const { stream, result } of await Promise.all(round)) {
      if (result.done === true) open.delete(stream)
      else yield result.value
    }
  }
}
