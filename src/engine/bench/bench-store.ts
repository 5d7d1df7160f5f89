import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Latencies, latencies } from '../../evaluation/statistics.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { createSqliteStore } from '../../storage/sqlite/sqlite-store.ts'
import { openToWrite } from '../../storage/sqlite/store-database.ts'
import { storeFile } from '../../storage/sqlite/store-writer.ts'

export interface StoreBench {
  readonly runs: number
  readonly bytes: number
  /** Milliseconds from nothing to the first list. */
  readonly openMs: Latencies
  readonly listMs: Latencies
  readonly readMs: Latencies
  /** Until one event is on disk. */
  readonly appendMs: Latencies
}

const runsATransaction = 1000
const times = 50

const runIdOf = (index: number) => `run-${index.toString(36).padStart(8, '0')}`

/** About what a run leaves: a start with its text, a dozen translated segments, an end. */
function eventsOf(index: number): RunEvent[] {
  const usage = { promptTokens: 900, completionTokens: 80 }
  const model = { id: 'planwright-nano-q8_0', quantization: 'Q8_0', sha256: '0'.repeat(64), backend: 'llama.cpp' }
  const text = `Problem ${index}: half an hour for Ana and Ben on Monday between 9 and 17. `.repeat(8)
  const start = {
    seq: 0,
    time: index,
    type: 'run-start' as const,
    runId: runIdOf(index),
    text,
    requestedDomain: 'auto',
    model,
  }
  const segments = Array.from({ length: 12 }, (_, segment): RunEvent => {
    const completion = 'busy:'.padEnd(60, 'x')
    const confidence = 0.9
    return {
      seq: segment + 1,
      time: index,
      type: 'segment-end',
      attempt: 0,
      segment,
      outcome: 'facts',
      completion,
      facts: [],
      confidence,
      usage,
    }
  })
  const timings = { formalizeMs: 300, solveMs: 10, validateMs: 1, totalMs: 311 }
  return [start, ...segments, { seq: 13, time: index, type: 'run-end', status: 'solved', timings, usage }]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function repeatedly(work: (time: number) => Promise<unknown>): Promise<Latencies> {
  const all: number[] = []
  for (let time = 0; time < times; time++) all.push(await timed(() => work(time)))
  return latencies(all)
}

/** How long the store takes with so many runs in it. */
export async function benchStore(runs: number, signal: AbortSignal): Promise<StoreBench> {
  const home = await mkdtemp(join(tmpdir(), 'planwright-bench-'))
  const open = () => createSqliteStore({ home, now: Date.now, onSetAside: () => {} })
  try {
    const database = openToWrite(storeFile(home))
    for (let first = 0; first < runs; first += runsATransaction) {
      signal.throwIfAborted()
      const count = Math.min(runsATransaction, runs - first)
      const batch = Array.from({ length: count }, (_, index) => first + index)
      database.write(batch.map((index) => ({ kind: 'events', runId: runIdOf(index), events: eventsOf(index) })))
    }
    database.close()
    const openMs = await repeatedly(async () => {
      const store = open()
      await store.runs.list(100)
      await store.close()
    })
    const store = open()
    const listMs = await repeatedly(() => store.runs.list(100))
    const readMs = await repeatedly((time) => store.runs.read(runIdOf((time * 7919) % runs)))
    const appendMs = await repeatedly((time) => store.runs.append(`run-zz${time}`, eventsOf(time).slice(0, 1)))
    await store.close()
    return { runs, bytes: (await stat(storeFile(home))).size, openMs, listMs, readMs, appendMs }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
