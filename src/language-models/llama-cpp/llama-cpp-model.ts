import { z } from 'zod'
import { PlanwrightError } from '../../base/planwright-error.ts'
import type { HostedProcess } from '../../base/process-host.ts'
import { type GeneratePart, type GenerateRequest, generateRequestSchema } from '../contract/generate.ts'
import type { LanguageModel, ModelDescription } from '../contract/language-model.ts'
import { type FromModelProcess, fromModelProcessSchema, type ToModelProcess } from './messages.ts'
import { PartStream } from './part-stream.ts'

const loadAgain = 'Load the model again.'

/** The engine's side of a loaded model; its process does the work. */
export function createLlamaCppModel(hosted: HostedProcess, description: ModelDescription): LanguageModel {
  const link = new ModelLink(hosted)
  return {
    ...description,
    ...(hosted.pid === undefined ? {} : { processId: hosted.pid }),
    generate: (requests, signal) => link.generate(requests, signal),
    countTokens: (text) => link.countTokens(text),
    unload: () => link.unload(),
  }
}

class ModelLink {
  readonly #hosted: HostedProcess
  readonly #streams = new Map<number, PartStream>()
  readonly #counts = new Map<number, { resolve: (count: number) => void; reject: (error: PlanwrightError) => void }>()
  readonly #ended: Promise<void>
  #nextId = 0
  /** Why nothing more can be computed. */
  #over: string | undefined

  constructor(hosted: HostedProcess) {
    this.#hosted = hosted
    hosted.onMessage((message) => this.#receive(message))
    this.#ended = new Promise((resolve) => {
      hosted.onExit((code) => {
        const how = code === null ? 'was killed' : `ended with code ${code}`
        this.#end(`The process of the model ${how}. It may have run out of memory. ${loadAgain}`)
        resolve()
      })
    })
  }

  async *generate(requests: readonly GenerateRequest[], signal: AbortSignal): AsyncGenerator<GeneratePart> {
    const parsed = parseRequests(requests)
    const batch = this.#nextId++
    const stream = new PartStream(parsed.length)
    const cancel = () => {
      this.#send({ type: 'cancel', batch })
      stream.endUnfinished('cancelled')
    }
    if (signal.aborted) stream.endUnfinished('cancelled')
    else if (this.#over !== undefined) stream.endUnfinished('error', this.#over)
    else if (parsed.length > 0) {
      signal.addEventListener('abort', cancel, { once: true })
      this.#streams.set(batch, stream)
      this.#send({ type: 'generate', batch, requests: parsed })
    }
    try {
      yield* stream
    } finally {
      signal.removeEventListener('abort', cancel)
      this.#streams.delete(batch)
      if (!stream.isFinished) this.#send({ type: 'cancel', batch })
    }
  }

  countTokens(text: string): Promise<number> {
    if (this.#over !== undefined) return Promise.reject(stopped(this.#over))
    const id = this.#nextId++
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    this.#counts.set(id, { resolve, reject })
    this.#send({ type: 'count-tokens', id, text })
    return promise
  }

  async unload(): Promise<void> {
    this.#end(`The model has been unloaded. ${loadAgain}`)
    this.#hosted.kill()
    await this.#ended
  }

  #send(message: ToModelProcess): void {
    if (this.#over === undefined) this.#hosted.send(message)
  }

  #receive(raw: unknown): void {
    const parsed = fromModelProcessSchema.safeParse(raw)
    if (parsed.success) {
      this.#take(parsed.data)
    } else {
      this.#end(`The process of the model said something that cannot be understood. ${loadAgain}`)
      this.#hosted.kill()
    }
  }

  #take(message: FromModelProcess): void {
    if (message.type === 'parts') this.#streams.get(message.batch)?.push(message.parts)
    if (message.type === 'token-count') {
      this.#counts.get(message.id)?.resolve(message.count)
      this.#counts.delete(message.id)
    }
  }

  #end(why: string): void {
    this.#over ??= why
    for (const stream of this.#streams.values()) stream.endUnfinished('error', this.#over)
    for (const { reject } of this.#counts.values()) reject(stopped(this.#over))
    this.#counts.clear()
  }
}

const stopped = (message: string) => new PlanwrightError({ code: 'engine-stopped', message, wayOut: loadAgain })

function parseRequests(requests: readonly GenerateRequest[]): GenerateRequest[] {
  const parsed = z.array(generateRequestSchema).safeParse(requests)
  if (parsed.success) return parsed.data
  const message = `A request to the model is not one: ${z.prettifyError(parsed.error)}`
  throw new PlanwrightError({ code: 'invalid-input', message, cause: parsed.error })
}
