import type { DomainEntry, Example } from '../api/contract.ts'
import type { ModelEntry } from '../api/models-contract.ts'
import type { ExportFormat } from '../api/runs-contract.ts'
import type { Clock } from '../base/clock.ts'
import { createId } from '../base/id.ts'
import { PlanwrightError } from '../base/planwright-error.ts'
import { defaultFormalizeLimits, type FormalizeLimits, type Formalizer } from '../formalization/formalizer.ts'
import { prepareText } from '../formalization/prepare-text.ts'
import type { ModelHost } from '../language-models/contract/model-host.ts'
import { memoryOf } from '../language-models/memory.ts'
import { explainRun } from '../pipeline/explain-run.ts'
import { runProblem } from '../pipeline/run-problem.ts'
import type { Because } from '../planning/because.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { RunRecipe } from '../planning/run-recipe.ts'
import type { RunSummary } from '../planning/run-summary.ts'
import type { PrologEngine } from '../prolog/prolog-engine.ts'
import type { RunStore } from '../storage/run-store.ts'
import type { SettingsStore } from '../storage/settings-store.ts'
import type { Store } from '../storage/store.ts'
import type { StoreMaintenance } from '../storage/store-maintenance.ts'
import { BecauseCache } from './because-cache.ts'
import { ChangeFeed } from './change-feed.ts'
import { type Comparisons, createComparisons } from './comparisons/comparison-service.ts'
import { createDatasetLibrary, type DatasetLibrary } from './datasets/dataset-library.ts'
import { exportRun } from './export/export-run.ts'
import { writeReplayPage } from './export/replay-page.ts'
import { failedToStart } from './failed-to-start.ts'
import { LoadedModels, type ModelFile } from './loaded-models.ts'
import { Notices } from './notices.ts'
import { RunJournal } from './run-journal.ts'
import { readVersion } from './version.ts'

export interface EngineDependencies {
  readonly clock: Clock
  readonly domains: readonly PlanningDomain[]
  readonly formalizer: Formalizer
  readonly prolog: PrologEngine
  readonly modelHost: ModelHost
  /** The models that can be chosen. */
  readonly listModels: () => Promise<readonly ModelEntry[]>
  /** The file of a model by id or path. Throws `not-found`. */
  readonly findModel: (idOrFile: string) => Promise<ModelFile>
  readonly examples: readonly Example[]
  readonly store: Store
  readonly storeMaintenance: StoreMaintenance
  /** The built page that plays a run again; it throws `not-found` where it is not built. */
  readonly replayPage: () => Promise<string>
  readonly limits?: Partial<FormalizeLimits>
  readonly notices?: Notices
}

export interface RunOptions {
  readonly text: string
  /** A domain's id or `auto`. */
  readonly domain: string
  /** An id of the catalogue or a path to a GGUF file. */
  readonly modelId: string
  readonly recipe?: RunRecipe
  /** The name it is to have; a new one where absent. */
  readonly runId?: string
  /** `false`: it is for measuring only; who started it watches it, and nothing of it is kept. */
  readonly keep?: false
}

/** The engine: whoever calls (window, browser, terminal) gets the same. */
export interface Engine {
  readonly prologName: string
  readonly notices: Notices
  /** Tells what has changed. */
  readonly changes: ChangeFeed
  readonly settings: SettingsStore
  readonly datasets: DatasetLibrary
  readonly comparisons: Comparisons
  listModels(): Promise<readonly ModelEntry[]>
  listDomains(): readonly DomainEntry[]
  listExamples(): readonly Example[]
  /** Throws `invalid-input` for a text that no run could do anything with: empty, too long, not text. */
  checkText(text: string): void
  /** Starts a run; it goes on whether or not anyone watches. */
  startRun(options: RunOptions): string
  /** Events after `afterSeq` and those to come, until the run ends. Throws `not-found`. */
  watchRun(runId: string, afterSeq: number, signal?: AbortSignal): AsyncGenerator<RunEvent>
  /** False where the run is over already. */
  cancelRun(runId: string): boolean
  /** Resolves when all of an ended run is on disk. */
  savedRun(runId: string): Promise<void>
  readRun(runId: string): Promise<readonly RunEvent[]>
  /** Why the answer of an ended run is what it is. Throws `not-found`. */
  because(runId: string): Promise<Because>
  listRuns(limit: number): Promise<readonly RunSummary[]>
  /** Throws `not-found` (also where the page for `html` is not built), or `invalid-input` for what has no such form. */
  exportRun(runId: string, options: { readonly format: ExportFormat; readonly startDate?: string }): Promise<string>
  /** To be used before anything is run. */
  readonly storeMaintenance: StoreMaintenance
  /** Processes of loaded models, for their memory. */
  processIds(): Promise<number[]>
  dispose(): Promise<void>
}

/** Wall time for trying which facts decide a plan. */
const becauseDeadlineMs = 2000
/** Ended runs that stay in memory, for those who come to watch late. */
const keptRuns = 200

const forgetfulStore: RunStore = {
  append: async () => {},
  read: async () => undefined,
  list: async () => [],
}

export function createEngine(dependencies: EngineDependencies): Engine {
  const { clock, domains, examples, formalizer, prolog, store } = dependencies
  const limits = { ...defaultFormalizeLimits, ...dependencies.limits }
  const models = new LoadedModels(dependencies.modelHost, {})
  const journals = new Map<string, RunJournal>()
  const running = new Map<string, AbortController>()
  const changes = new ChangeFeed()
  const notices = dependencies.notices ?? new Notices()
  notices.subscribe(() => changes.tell('notices'))

  async function* events(runId: string, options: RunOptions, signal: AbortSignal): AsyncGenerator<RunEvent> {
    const startedMs = clock.monotonicMs()
    try {
      const model = await models.get(await dependencies.findModel(options.modelId), signal)
      const { domain, recipe = {}, text } = options
      const steps = { clock, domains, formalizer, prolog, limits }
      const versions = { planwright: await readVersion(), prolog: prolog.name, promptSha256: {} }
      yield* runProblem({ runId, text, domain, model, recipe, versions }, steps, signal)
    } catch (error) {
      yield failedToStart(error, { cancelled: signal.aborted, clock, startedMs })
    }
  }

  const run = async (journal: RunJournal, options: RunOptions, signal: AbortSignal) => {
    for await (const event of events(journal.runId, options, signal)) {
      journal.add(event)
      if (event.type === 'run-end' && event.errorCode === 'engine-stopped') {
        await models.discard((await dependencies.findModel(options.modelId)).file)
      }
    }
    running.delete(journal.runId)
    changes.tell('runs')
    if (options.keep === false) journals.delete(journal.runId)
    for (const [id, old] of journals) if (journals.size > keptRuns && old.ended) journals.delete(id)
  }

  const storedEvents = async (runId: string): Promise<readonly RunEvent[]> => {
    const stored = journals.get(runId)?.events ?? (await store.runs.read(runId))
    if (stored !== undefined) return stored
    throw new PlanwrightError({ code: 'not-found', message: `There is no run "${runId}".` })
  }

  const reasons = new BecauseCache(async (runId) =>
    explainRun(await storedEvents(runId), { domains, prolog, deadlineMs: becauseDeadlineMs }),
  )

  const startRun = (options: RunOptions): string => {
    const { runId = createId('run', clock.now()) } = options
    const journal = new RunJournal(runId, options.keep === false ? forgetfulStore : store.runs)
    const abort = new AbortController()
    journals.set(runId, journal)
    running.set(runId, abort)
    void run(journal, options, abort.signal)
    changes.tell('runs')
    return runId
  }

  const datasets = createDatasetLibrary({
    clock,
    examples,
    store: store.datasets,
    onChange: () => changes.tell('datasets'),
  })
  /** Undefined for a model that is not here any more. */
  const fileOf = async (modelId: string) => (await dependencies.findModel(modelId).catch(() => undefined))?.file
  const comparisons = createComparisons({
    store,
    clock,
    datasets,
    runner: {
      async run(wanted, signal) {
        const runId = startRun({ ...wanted, domain: 'auto' })
        const cancel = () => running.get(runId)?.abort()
        signal.addEventListener('abort', cancel, { once: true })
        const journal = journals.get(runId)
        const events = journal === undefined ? [] : await Array.fromAsync(journal.watch(-1))
        signal.removeEventListener('abort', cancel)
        await journal?.saved()
        return events
      },
      release: async (modelId) => {
        const known = await fileOf(modelId)
        if (known !== undefined) await models.discard(known)
      },
    },
    memoryOf: async (modelId) => {
      const known = await fileOf(modelId)
      const processId = known === undefined ? undefined : await models.processIdOf(known)
      return processId === undefined ? 0 : (await memoryOf([processId])).bytes
    },
    onChange: () => changes.tell('comparisons'),
  })

  return {
    prologName: prolog.name,
    notices,
    changes,
    datasets,
    comparisons,
    settings: {
      read: () => store.settings.read(),
      async set(name, value) {
        await store.settings.set(name, value)
        changes.tell('settings')
      },
    },
    listModels: dependencies.listModels,
    listDomains: () => domains.map(({ id, title }) => ({ id, title })),
    listExamples: () => examples,
    checkText: (text) => void prepareText({ text, limits }),
    startRun,
    async *watchRun(runId, afterSeq, signal) {
      const journal = journals.get(runId)
      if (journal !== undefined) return yield* journal.watch(afterSeq, signal)
      for (const event of await storedEvents(runId)) if (event.seq > afterSeq) yield event
    },
    cancelRun(runId) {
      const abort = running.get(runId)
      abort?.abort()
      return abort !== undefined
    },
    savedRun: async (runId) => journals.get(runId)?.saved(),
    readRun: storedEvents,
    listRuns: (limit) => store.runs.list(limit),
    because: (runId) => reasons.of(runId),
    async exportRun(runId, { format, startDate }) {
      const [events, version] = [await storedEvents(runId), await readVersion()]
      if (format !== 'html') {
        return exportRun(runId, events, { format, version, ...(startDate === undefined ? {} : { startDate }) })
      }
      const page = await dependencies.replayPage()
      return writeReplayPage(page, { runId, events, version, because: await reasons.of(runId) })
    },
    storeMaintenance: dependencies.storeMaintenance,
    processIds: () => models.processIds(),
    async dispose() {
      await comparisons.dispose()
      for (const abort of running.values()) abort.abort()
      await models.dispose()
      await prolog.dispose()
      await Promise.allSettled([...journals.values()].map((journal) => journal.saved()))
      await store.close()
    },
  }
}
