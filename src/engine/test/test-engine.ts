import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../base/clock.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { calendarDomain } from '../../domains/calendar/domain.ts'
import type { Formalizer } from '../../formalization/formalizer.ts'
import type { LanguageModel } from '../../language-models/contract/language-model.ts'
import type { ModelHost } from '../../language-models/contract/model-host.ts'
import { createScriptedLanguageModel } from '../../language-models/test/scripted-language-model.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { FakePrologEngine } from '../../prolog/fake-prolog-engine.ts'
import type { SolveOutcome } from '../../prolog/prolog-engine.ts'
import { maintainStore } from '../../storage/sqlite/maintain-store.ts'
import { createSqliteStore } from '../../storage/sqlite/sqlite-store.ts'
import type { Store } from '../../storage/store.ts'
import { createEngine, type Engine } from '../engine.ts'

export interface TestEngineOptions {
  /** How long a model takes to load. */
  readonly loadMs?: number
  /** So many models stop at their first request, one after the other. */
  readonly deaths?: number
  /** So many loads fail, one after the other. */
  readonly failures?: number
  readonly store?: Store
  /** What translates, where a run is to ask its model more than once. */
  readonly formalizer?: Formalizer
  /** What a load gives. */
  readonly model?: LanguageModel
}

const segment = { segment: 0, start: 0, end: 4 }
const facts = [{ fact: { predicate: 'day', args: ['Monday'] }, span: segment, argSpans: [segment], confidence: 1 }]

/** Asks the model once, which may be dead; the text `wait` waits until the run is cancelled. */
const formalizer: Formalizer = {
  async *formalize({ model, text }, signal) {
    if (text === 'wait') {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      signal.throwIfAborted()
    }
    for await (const part of model.generate([{ prompt: text, maxTokens: 9 }], signal)) {
      if (part.type === 'token') yield { type: 'token', attempt: 0, segment: 0, text: part.text }
      if (part.type === 'end' && part.finishReason === 'error') {
        throw new PlanwrightError({ code: 'engine-stopped', message: part.message ?? '' })
      }
    }
    return { status: 'formalized', domain: calendarDomain, facts }
  },
}

const answer: SolveOutcome = {
  status: 'answers',
  answers: [
    {
      Day: { type: 'atom', name: 'Monday' },
      Start: { type: 'number', value: 540 },
      End: { type: 'number', value: 570 },
    },
  ],
  complete: true,
  output: '',
  cost: { inferences: 1, consultMs: 0, solveMs: 0 },
}

/** The engine with parts that do as they are told; `loads` has the signal of every load. */
export function createTestEngine(options: TestEngineOptions = {}): {
  engine: Engine
  /** PLANWRIGHT_HOME of this engine, a folder of its own. */
  home: string
  loads: { signal: AbortSignal }[]
} {
  const { deaths = 0, failures = 0, loadMs = 0 } = options
  const loads: { signal: AbortSignal }[] = []
  const modelHost: ModelHost = {
    async load(_, signal) {
      loads.push({ signal })
      const at = loads.length
      await sleep(loadMs, undefined, { signal }).catch(() => {})
      if (signal.aborted) {
        return {
          status: 'failed',
          error: { marker: 'planwright-error', code: 'cancelled', message: 'It was cancelled.' },
        }
      }
      if (at <= failures) {
        const error = {
          marker: 'planwright-error',
          code: 'model-load',
          message: 'No memory.',
          wayOut: 'Buy some.',
        } as const
        return { status: 'failed', error }
      }
      return {
        status: 'loaded',
        model: options.model ?? createScriptedLanguageModel(() => (at <= deaths ? { error: 'It died.' } : 'so be it')),
      }
    },
  }
  const home = mkdtempSync(join(tmpdir(), 'planwright-engine-'))
  const engine = createEngine({
    clock: systemClock,
    home,
    domains: [calendarDomain],
    formalizer: options.formalizer ?? formalizer,
    prolog: new FakePrologEngine(Array.from({ length: 5_000 }, () => answer)),
    modelHost,
    findModel: async (id) => {
      if (id === 'scripted') return { id, file: '/models/scripted.gguf' }
      throw new PlanwrightError({ code: 'not-found', message: `There is no model called ${id}.` })
    },
    listModels: async () => [
      {
        id: 'scripted',
        name: 'Scripted',
        file: '/models/scripted.gguf',
        quantization: 'none',
        parameters: 0,
        sizeBytes: 0,
        contextTokens: 0,
        memoryBytes: 0,
        shipped: true,
      },
    ],
    examples: [{ id: 'one', domain: 'calendar', title: 'One', text: 'Meet on Monday.' }],
    replayPage: async () => `<script id="replay" type="application/json"></script>`,
    storeMaintenance: maintainStore({ home, now: () => 0 }),
    store: options.store ?? createSqliteStore({ home, now: () => 0, onSetAside: () => {} }),
  })
  return { engine, home, loads }
}

/** Starts a run and gives all its events. */
export function runToEnd(engine: Engine, text: string, modelId = 'scripted'): Promise<RunEvent[]> {
  return Array.fromAsync(engine.watchRun(engine.startRun({ text, domain: 'calendar', modelId }), -1))
}
