import { type Latencies, latencies } from '../../evaluation/statistics.ts'
import type { Engine } from '../engine.ts'

export interface ExampleBench {
  readonly title: string
  readonly domain: string
  readonly status: string
  /** Of the first run; of the very first example it holds the model's start. */
  readonly firstMs: number
  readonly totalMs: Latencies
}

/** The whole job, text in and checked plan out, on the examples that newcomers are offered. */
export async function benchExamples(
  engine: Engine,
  named: { readonly modelId: string; readonly times: number; readonly signal: AbortSignal },
): Promise<ExampleBench[]> {
  const { modelId, signal, times } = named
  const benches: ExampleBench[] = []
  for (const { domain, text, title } of engine.listExamples()) {
    const made: number[] = []
    let status = ''
    for (let time = 0; time <= times; time++) {
      signal.throwIfAborted()
      const runId = engine.startRun({ text, domain: 'auto', modelId, keep: false })
      for await (const event of engine.watchRun(runId, -1)) {
        if (event.type !== 'run-end') continue
        made.push(event.timings.totalMs)
        status = event.status
      }
    }
    const [firstMs = 0, ...others] = made
    benches.push({ title, domain, status, firstMs, totalMs: latencies(others) })
  }
  return benches
}
