import type { Because } from '../../src/planning/because.ts'
import type { RunEvent } from '../../src/planning/run-event.ts'
import { traceRun } from '../../src/telemetry/trace-run.ts'
import type { EngineClient, EngineLink } from '../connection/engine-link.ts'
import { recordedRuns } from './recorded-runs.ts'

const entry = (quantization: string, problem?: string) => ({
  id: `nano-${quantization}`,
  name: 'nano',
  file: `nano-${quantization}.gguf`,
  quantization,
  parameters: 4_000_000,
  sizeBytes: 4_300_000,
  contextTokens: 1024,
  memoryBytes: 48_000_000,
  shipped: true,
  ...(problem === undefined ? {} : { problem }),
})

/** An engine whose runs a test plays event by event, over links that a test can cut. */
export class FakeEngine {
  readonly started: { runId: string; text: string; domain: string; modelId: string }[] = []
  readonly cancelled: string[] = []
  /** Whether a new link can be opened. */
  isReachable = true
  /** Takes requests and does not answer them until its link ends; whether it is there it says all the same. */
  isSilent = false
  /** Answers no request but with an error. */
  isBroken = false
  readonly settings: Record<string, unknown> = {}
  /** Why any run's answer is what it is. */
  reasons: Because = { about: 'nothing', sentences: [], isComplete: false }
  models = [entry('f16'), entry('q4_0'), entry('q8_0')]
  readonly #events = new Map<string, RunEvent[]>()
  readonly #forgotten = new Set<string>()
  #wake: (() => void)[] = []
  #cut: (() => void) | undefined

  /** Goes on in a run, or plays all of it. */
  play(runId: string, events: readonly RunEvent[] = recordedRuns.solved): void {
    this.#events.set(runId, [...(this.#events.get(runId) ?? []), ...events])
    this.#tellAll()
  }

  /** As a restart of the engine in the middle of a run: it knows what was stored, and no more will come. */
  forget(runId: string): void {
    this.#forgotten.add(runId)
  }

  cut(): void {
    this.#cut?.()
    this.#tellAll()
  }

  readonly openLink = async (): Promise<EngineLink> => {
    if (!this.isReachable) throw new Error('no engine')
    const { promise, resolve } = Promise.withResolvers<void>()
    const link = { isClosed: false, closed: promise }
    this.#cut = () => {
      link.isClosed = true
      resolve()
    }
    return Object.assign(link, { client: this.#client(link) })
  }

  #client(link: { isClosed: boolean; closed: Promise<void> }): EngineClient {
    const answer = async <T>(give: () => T): Promise<T> => {
      if (this.isSilent) await link.closed
      if (link.isClosed || this.isBroken) throw new Error('no answer')
      return give()
    }
    const example = {
      id: 'standup',
      domain: 'calendar',
      title: 'Half an hour for three',
      text: textOf(recordedRuns.solved),
    }
    const client = {
      engine: { info: async () => ({ version: 'test', platform: 'test', prolog: 'fake' }), notices: async () => [] },
      changes: { watch: async () => emptyUntil(link.closed) },
      settings: {
        read: () => answer(() => ({ ...this.settings })),
        set: ({ name, value }: { name: string; value: unknown }) =>
          answer(() => Object.assign(this.settings, { [name]: value })),
      },
      comparisons: { list: () => answer(() => []) },
      datasets: { list: () => answer(() => []) },
      models: { list: () => answer(() => this.models), loaded: () => answer(() => []) },
      domains: { list: () => answer(() => [{ id: 'calendar', title: 'Calendar' }]) },
      examples: { list: () => answer(() => [example]) },
      runs: {
        list: () => answer(() => []),
        start: (input: { text: string; domain: string; modelId: string }) =>
          answer(() => {
            const runId = `run-${this.started.length + 1}`
            this.started.push({ runId, ...input })
            return { runId }
          }),
        watch: async (input: { runId: string; afterSeq: number }, options: { signal: AbortSignal }) =>
          this.#watch(input, link, options.signal),
        export: (input: { runId: string; format: string; startDate?: string }) =>
          answer(() => {
            if (input.format === 'ics' && input.startDate === undefined) throw new Error('Nobody can tell the date.')
            return { text: `${input.runId} as ${input.format} from ${input.startDate ?? 'its own day'}` }
          }),
        events: ({ runId }: { runId: string }) => answer(() => this.#events.get(runId) ?? []),
        because: () => answer(() => this.reasons),
        trace: ({ runId }: { runId: string }) =>
          answer(() => ({ spans: traceRun(runId, this.#events.get(runId) ?? []) })),
        cancel: async ({ runId }: { runId: string }) => {
          this.cancelled.push(runId)
          return { cancelled: true }
        },
      },
    }
    return client as unknown as EngineClient
  }

  async *#watch(input: { runId: string; afterSeq: number }, link: { isClosed: boolean }, signal: AbortSignal) {
    let next = 0
    while (!signal.aborted) {
      if (link.isClosed) throw new Error('closed')
      const event = this.#events.get(input.runId)?.[next]
      if (event === undefined) {
        if (this.#forgotten.has(input.runId)) return
        await new Promise<void>((resolve) => this.#wake.push(resolve))
        continue
      }
      next += 1
      if (event.seq > input.afterSeq) yield event
      if (event.type === 'run-end') return
    }
  }

  #tellAll(): void {
    const wake = this.#wake
    this.#wake = []
    for (const resolve of wake) resolve()
  }
}

/** Nothing changes by itself here; it ends with its link. */
async function* emptyUntil(end: Promise<void>): AsyncGenerator<never> {
  await end
  yield* []
}

function textOf(events: readonly RunEvent[]): string {
  const [start] = events
  return start?.type === 'run-start' ? start.text : ''
}
