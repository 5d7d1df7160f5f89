import { getLlama, type Llama, type LlamaContext, LlamaLogLevel, type LlamaModel, type Token } from 'node-llama-cpp'
import type { GenerateRequest } from '../contract/generate.ts'
import { BatchScheduler, maxStepTokens } from './batch-scheduler.ts'
import { chatPrompt } from './chat-prompt.ts'
import { CompletionText } from './completion-text.ts'
import { GrammarCache } from './grammar-cache.ts'
import type { FromModelProcess, LoadSettings, Threads } from './messages.ts'
import { type NativeLibrary, openNativeLibrary } from './native-library.ts'
import type { QueuedRequest } from './request-queue.ts'
import { type Emit, RequestWork } from './request-work.ts'
import { Slot } from './slot.ts'
import { calibrateThreads } from './thread-calibration.ts'
import { TokenChoice } from './token-choice.ts'

export interface ModelEngine {
  readonly scheduler: BatchScheduler
  readonly loaded: Extract<FromModelProcess, { type: 'loaded' }>
  countTokens(text: string): number
}

interface EngineHooks {
  readonly emit: Emit
  readonly onStep: () => void
  readonly onProgress: (stage: 'loading' | 'calibrating', fraction: number) => void
}

/** Loads the model with llama.cpp. Throws an error whose message says what llama.cpp said. */
export async function loadModelEngine(settings: LoadSettings, hooks: EngineHooks): Promise<ModelEngine> {
  const log: string[] = []
  try {
    return await load(settings, { hooks, log })
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new Error(nativeCause(log) ?? cause, { cause: error })
  }
}

/** What llama.cpp wrote about a failure: the line that has the reason, else its last. */
function nativeCause(log: readonly string[]): string | undefined {
  const reason = log.findLast((line) => line.includes('error loading model: ')) ?? log.at(-1)
  return reason?.slice(reason.indexOf(': ') + 2).replace('error loading model: ', '')
}

async function load(settings: LoadSettings, named: { hooks: EngineHooks; log: string[] }): Promise<ModelEngine> {
  const { hooks, log } = named
  const llama = await getLlama({
    gpu: settings.gpu,
    build: 'never',
    progressLogs: false,
    logLevel: LlamaLogLevel.error,
    logger: (_, message) => void log.push(message.trim()),
  })
  const model = await llama.loadModel({
    modelPath: settings.file,
    // What may not fit is warned of before; to try it all the same is the user's to decide.
    ignoreMemorySafetyChecks: true,
    onLoadProgress: (fraction) => hooks.onProgress('loading', fraction),
  })
  const contextTokens = Math.min(settings.contextTokens, model.trainContextSize)
  const context = await model.createContext({
    contextSize: contextTokens,
    ignoreMemorySafetyChecks: true,
    sequences: settings.sequences,
    batchSize: maxStepTokens,
    threads: settings.threads === 'calibrate' ? 1 : settings.threads.prompt,
    // Measured on the processor: it speeds heads of 64 values and more up, narrower ones become slower for every token.
    flashAttention: llama.gpu !== false || settings.headWidth >= 64,
    failedCreationRemedy: false,
  })
  const library = openNativeLibrary({ llama, model, context })
  const threads = await chooseThreads({ llama, library, settings, hooks })
  const scheduler = createScheduler({ model, context, library, threads, hooks, contextTokens, log, settings })
  const loaded = {
    type: 'loaded' as const,
    backend: llama.gpu === false ? 'cpu' : llama.gpu,
    contextTokens,
    threads,
    warnings: gpuWarnings(settings, llama),
  }
  return { scheduler, loaded, countTokens: (text) => model.tokenize(text, true).length }
}

function gpuWarnings(settings: LoadSettings, llama: Llama): string[] {
  return settings.gpu === 'auto' && llama.gpu === false ? ['No usable GPU was found: the processor computes.'] : []
}

async function chooseThreads(named: {
  llama: Llama
  library: NativeLibrary
  settings: LoadSettings
  hooks: EngineHooks
}): Promise<Threads> {
  const { threads } = named.settings
  if (threads !== 'calibrate') return threads
  named.hooks.onProgress('calibrating', 0)
  const chosen = await calibrateThreads(named.library.context, named.llama.cpuMathCores)
  named.hooks.onProgress('calibrating', 1)
  return chosen
}

function createScheduler(named: {
  model: LlamaModel
  context: LlamaContext
  library: NativeLibrary
  threads: Threads
  hooks: EngineHooks
  contextTokens: number
  log: string[]
  settings: LoadSettings
}): BatchScheduler {
  const { model, context, library, threads, hooks, contextTokens, log, settings } = named
  const grammars = new GrammarCache(library, log)
  const isEnd = (token: number) => model.isEogToken(token as Token)
  const tokenModel = { vocabulary: settings.vocabulary, isEnd }
  const slots = Array.from({ length: context.totalSequences }, (_, sequence) => {
    const sampler = library.createSampler()
    sampler.applyConfig({ temperature: 0 })
    return new Slot({ sequence, sampler, context: library.context })
  })
  const prepare = ({ address, request }: QueuedRequest, slot: Slot) => {
    const prompt = promptTokens(model, request, settings.hasChatTemplate)
    if (prompt.length >= contextTokens)
      throw new Error(
        `The prompt has ${prompt.length} tokens; the context window holds ${contextTokens}. Shorten the text, or load the model with a larger context.`,
      )
    const grammar = request.grammar === undefined ? undefined : grammars.start(request.grammar)
    const choice = new TokenChoice(library, tokenModel, { sampler: slot.sampler, grammar, sampling: request.sampling })
    const text = new CompletionText(model, prompt)
    const reused = slot.reuse(prompt)
    return new RequestWork({
      address,
      request,
      prompt: Uint32Array.from(prompt),
      reused,
      choice,
      text,
      emit: hooks.emit,
    })
  }
  const { emit, onStep } = hooks
  return new BatchScheduler({ context: library.context, slots, contextTokens, threads, emit, onStep, isEnd, prepare })
}

function promptTokens(model: LlamaModel, request: GenerateRequest, hasChatTemplate: boolean): Token[] {
  if ('prompt' in request) return withBos(model, model.tokenize(request.prompt, true))
  if (!hasChatTemplate) throw new Error('This model has no chat template. Choose a chat model, or send a prompt.')
  return withBos(model, chatPrompt(model, request.messages))
}

function withBos(model: LlamaModel, tokens: Token[]): Token[] {
  const { bos, shouldPrependBosToken } = model.tokens
  return shouldPrependBosToken && bos !== null && tokens[0] !== bos ? [bos, ...tokens] : tokens
}
