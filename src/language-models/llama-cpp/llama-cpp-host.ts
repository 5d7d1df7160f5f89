import { availableParallelism } from 'node:os'
import { basename, resolve } from 'node:path'
import { type ErrorCode, type PlainError, PlanwrightError, toPlainError } from '../../base/planwright-error.ts'
import type { HostedProcess, ProcessHost } from '../../base/process-host.ts'
import { siblingModule } from '../../base/sibling-module.ts'
import type { ModelDescription } from '../contract/language-model.ts'
import type { LoadOptions, LoadOutcome, LoadRequest, ModelHost } from '../contract/model-host.ts'
import { fileSha256 } from '../file-checksum.ts'
import { type GgufFailure, type GgufHeader, readGgufHeader } from '../gguf-header.ts'
import { defaultMaxContextTokens, defaultSequences } from '../load-defaults.ts'
import { estimateMemoryBytes } from '../memory-estimate.ts'
import { createLlamaCppModel } from './llama-cpp-model.ts'
import { type FromModelProcess, fromModelProcessSchema, type LoadSettings, type Threads } from './messages.ts'
import { maxSampledCandidates } from './token-choice.ts'

export interface LlamaCppHostDependencies {
  readonly processes: ProcessHost
  /** Memory that a new process can have, in bytes; what the system says where absent. */
  readonly availableMemoryBytes?: () => number
}

type Loaded = Extract<FromModelProcess, { type: 'loaded' }>

/** Loads GGUF files with llama.cpp, each model in a process of its own. */
export function createLlamaCppHost(dependencies: LlamaCppHostDependencies): ModelHost {
  /** What calibration found, by model and machine: the second load does not measure again. */
  const calibrated = new Map<string, Threads>()
  return {
    load: async (request, signal) => {
      try {
        return await load(request, { signal, dependencies, calibrated })
      } catch (error) {
        return { status: 'failed', error: asFailure(error, signal) }
      }
    },
  }
}

interface Surroundings {
  readonly signal: AbortSignal
  readonly dependencies: LlamaCppHostDependencies
  readonly calibrated: Map<string, Threads>
}

async function load(request: LoadRequest, around: Surroundings): Promise<LoadOutcome> {
  const { signal, dependencies, calibrated } = around
  const file = resolve(request.file)
  const options = request.options ?? {}
  signal.throwIfAborted()
  request.onProgress?.({ stage: 'checking', fraction: 0 })
  const header = await readHeader(file)
  const context = chooseContext(header, options)
  const available = (dependencies.availableMemoryBytes ?? (() => process.availableMemory()))()
  const memory = memoryWarnings(basename(file), { needed: estimateMemoryBytes(header, context), available })
  const onProgress = (fraction: number) => request.onProgress?.({ stage: 'checksum', fraction })
  const sha256 = await fileSha256(file, { signal, onProgress })
  refuseOtherFile(basename(file), { sha256, expected: request.expectedSha256 })
  const key = `${sha256} ${availableParallelism()} ${context.sequences} ${options.gpu ?? false}`
  const settings: LoadSettings = {
    file,
    contextTokens: context.contextTokens,
    sequences: context.sequences,
    threads: chooseThreads(options, calibrated.get(key)),
    gpu: options.gpu ?? false,
    headWidth: header.headWidth,
    vocabulary: header.vocabulary,
    hasChatTemplate: header.chatTemplate !== undefined,
  }
  const hosted = dependencies.processes.start(siblingModule(import.meta.url, 'model-process'), {
    name: `planwright-model-${basename(file)}`,
  })
  const loaded = await awaitLoaded(hosted, { settings, signal, request })
  if (settings.threads === 'calibrate') calibrated.set(key, loaded.threads)
  const warnings = [...memory, ...context.warnings, ...samplingWarnings(header), ...loaded.warnings]
  const description = describe(header, { request, file, sha256, loaded, warnings })
  return { status: 'loaded', model: createLlamaCppModel(hosted, description) }
}

const codes: Readonly<Record<GgufFailure, ErrorCode>> = {
  'not-found': 'not-found',
  unreadable: 'io',
  foreign: 'model-load',
  unsupported: 'unsupported',
  truncated: 'model-load',
  corrupt: 'model-load',
}

async function readHeader(file: string): Promise<GgufHeader> {
  const reading = await readGgufHeader(file)
  if (reading.status === 'read') return reading.header
  const { status, message, wayOut } = reading
  throw new PlanwrightError({ code: codes[status], message, wayOut })
}

function chooseContext(header: GgufHeader, options: LoadOptions) {
  const { sequences = defaultSequences } = options
  const trained = header.contextTokens > 0 ? header.contextTokens : defaultMaxContextTokens
  const wanted = options.contextTokens ?? Math.min(trained, defaultMaxContextTokens)
  const warnings =
    wanted > trained ? [`The model was trained for ${trained} tokens: the context window is that, not ${wanted}.`] : []
  return { contextTokens: Math.min(wanted, trained), sequences, warnings }
}

/** An estimate is one, and the system may make room: it is the user's to try. */
function memoryWarnings(name: string, memory: { needed: number; available: number }): string[] {
  if (memory.needed <= memory.available) return []
  const { available, needed } = memory
  return [
    `${name} needs about ${megabytes(needed)} of memory; ${megabytes(available)} are free. It may be slow, or the system may end it.`,
  ]
}

function refuseOtherFile(name: string, sums: { sha256: string; expected: string | undefined }): void {
  if (sums.expected === undefined || sums.expected === sums.sha256) return
  throw new PlanwrightError({
    code: 'model-load',
    message: `${name} is not the file that was published: its SHA-256 is ${sums.sha256}, not ${sums.expected}.`,
    wayOut: 'It is damaged or was changed. Get it again, or load it by its path if you changed it yourself.',
  })
}

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

function chooseThreads(options: LoadOptions, known: Threads | undefined): LoadSettings['threads'] {
  const { threads = 'calibrate' } = options
  if (threads === 'calibrate') return known ?? 'calibrate'
  return { prompt: threads, token: threads }
}

function awaitLoaded(
  hosted: HostedProcess,
  named: { settings: LoadSettings; signal: AbortSignal; request: LoadRequest },
): Promise<Loaded> {
  const { settings, signal, request } = named
  const { promise, resolve, reject } = Promise.withResolvers<Loaded>()
  const name = basename(settings.file)
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  hosted.onExit((code) => reject(loadFailed(name, `its process ended with ${code ?? 'a signal'}`)))
  let isSettled = false
  hosted.onMessage((raw) => {
    if (isSettled) return
    const message = fromModelProcessSchema.parse(raw)
    if (message.type === 'loaded') resolve(message)
    if (message.type === 'load-failed') reject(loadFailed(name, message.cause))
    if (message.type === 'progress') request.onProgress?.({ stage: message.stage, fraction: message.fraction })
  })
  hosted.send({ type: 'load', settings })
  promise.catch(() => hosted.kill())
  return promise.finally(() => {
    isSettled = true
    signal.removeEventListener('abort', onAbort)
  })
}

const loadFailed = (name: string, cause: string) =>
  new PlanwrightError({
    code: 'model-load',
    message: `llama.cpp could not load ${name}: ${cause}.`,
    wayOut: 'Download the file again, or choose another model; a very new architecture needs a newer Planwright.',
  })

function samplingWarnings(header: GgufHeader): string[] {
  if (header.vocabulary <= maxSampledCandidates) return []
  return [`Sampling without topK draws from the ${maxSampledCandidates} most probable tokens.`]
}

function describe(
  header: GgufHeader,
  named: { request: LoadRequest; file: string; sha256: string; loaded: Loaded; warnings: string[] },
): ModelDescription {
  const { request, file, sha256, loaded, warnings } = named
  const { name, architecture, parameters, quantization, sizeBytes, chatTemplate } = header
  return {
    id: request.id ?? basename(file, '.gguf'),
    name,
    file,
    backend: loaded.backend,
    architecture,
    parameters,
    quantization,
    sha256,
    sizeBytes,
    contextTokens: loaded.contextTokens,
    capabilities: { grammar: true, logprobs: true, seed: true, embeddings: false, adapters: false },
    ...(chatTemplate === undefined ? {} : { chatTemplate }),
    warnings,
  }
}

function asFailure(error: unknown, signal: AbortSignal): PlainError {
  if (!signal.aborted) return toPlainError(error)
  return { marker: 'planwright-error', code: 'cancelled', message: 'Loading the model was cancelled.' }
}
