import type { DomainEntry, Example } from '../api/contract.ts'
import type { ModelEntry } from '../api/models-contract.ts'
import type { Clock } from '../base/clock.ts'
import { createId } from '../base/id.ts'
import { PlanwrightError } from '../base/planwright-error.ts'
import { defaultFormalizeLimits, type FormalizeLimits, type Formalizer } from '../formalization/formalizer.ts'
import { prepareText } from '../formalization/prepare-text.ts'
import type { ModelHost } from '../language-models/contract/model-host.ts'
import { readWrittenFacts } from '../pipeline/read-written-facts.ts'
import { RecordedRun } from '../pipeline/recorded-run.ts'
import { runProblem } from '../pipeline/run-problem.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { ProgramDiagnostic } from '../planning/program-diagnostic.ts'
import type { Drift } from '../planning/run-drift.ts'
import type { PlanCheck, RerunOutcome, RunEdit } from '../planning/run-edit.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { RunRecipe, RunVersions } from '../planning/run-recipe.ts'
import type { RunSummary } from '../planning/run-summary.ts'
import type { PrologEngine } from '../prolog/prolog-engine.ts'
import type { RunStore } from '../storage/run-store.ts'
import type { StoreMaintenance } from '../storage/store-maintenance.ts'
import { type ExportOptions, exportRun } from './export/export-run.ts'
import { failedToStart } from './failed-to-start.ts'
import { LoadedModels, type ModelFile } from './loaded-models.ts'
import { presentModel } from './present-model.ts'
import { checkPlan, prepareRerun } from './rerun.ts'
import { driftSince, type PresentStamp } from './run-drift.ts'
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
  readonly runStore: RunStore
  readonly storeMaintenance: StoreMaintenance
  readonly limits?: Partial<FormalizeLimits>
  /** A model as it is here now; from its file where absent. */
  readonly presentModel?: (modelId: string) => Promise<PresentStamp['model']>
}

export interface RunOptions {
  readonly text: string
  /** A domain's id or `auto`. */
  readonly domain: string
  /** An id of the catalogue or a path to a GGUF file. */
  readonly modelId: string
  readonly recipe?: RunRecipe
  /** `false`: it is for measuring only; who started it watches it, and nothing of it is kept. */
  readonly keep?: false
}

/** The engine: whoever calls (window, browser, terminal) gets the same. */
export interface Engine {
  readonly prologName: string
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
  listRuns(limit: number): Promise<readonly RunSummary[]>
  /**
   * Runs an ended run again from an edited hop, as a child of it. Throws `not-found`, or `invalid-input` for a run from which
   * there is nothing to go on.
   */
  rerun(runId: string, edit: RunEdit): Promise<RerunOutcome>
  /** What the validator says of a plan that a person wrote, against the facts of a run. Throws as `rerun` does. */
  checkPlan(runId: string, plan: unknown): Promise<PlanCheck>
  /** What is to be said of facts that a person wrote for a run. Throws as `rerun` does. */
  checkFacts(runId: string, program: string): Promise<readonly ProgramDiagnostic[]>
  /** What a run rested on that is not here any more as it was. */
  driftSince(runId: string): Promise<readonly Drift[]>
  /** Throws `not-found`, or `invalid-input` for what has no such form. */
  exportRun(runId: string, options: Omit<ExportOptions, 'version'>): Promise<string>
  /** To be used before anything is run. */
  readonly storeMaintenance: StoreMaintenance
  /** Processes of loaded models, for their memory. */
  processIds(): Promise<number[]>
  dispose(): Promise<void>
}

interface StartedRun {
  readonly modelId: string | undefined
  readonly keep?: false | undefined
  events(runId: string, signal: AbortSignal): AsyncGenerator<RunEvent>
}

/** The events; where they end in an error before there is a record, the one event of a run that could not start. */
async function* unlessItFails(
  events: AsyncGenerator<RunEvent>,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): AsyncGenerator<RunEvent> {
  const startedMs = clock.monotonicMs()
  try {
    yield* events
  } catch (error) {
    yield failedToStart(error, { cancelled: signal.aborted, clock, startedMs })
  }
}

/** Ended runs that stay in memory, for those who come to watch late. */
const keptRuns = 200

const forgetfulStore: RunStore = {
  append: async () => {},
  read: async () => undefined,
  list: async () => [],
  close: async () => {},
}

export function createEngine(dependencies: EngineDependencies): Engine {
  const { clock, domains, examples, formalizer, prolog, runStore } = dependencies
  const limits = { ...defaultFormalizeLimits, ...dependencies.limits }
  const models = new LoadedModels(dependencies.modelHost, {})
  const journals = new Map<string, RunJournal>()
  const running = new Map<string, AbortController>()

  const steps = { clock, domains, formalizer, prolog, limits }
  const versions = async (): Promise<RunVersions> => ({
    planwright: await readVersion(),
    prolog: prolog.name,
    promptSha256: {},
  })
  const loadModel = async (modelId: string, signal: AbortSignal) =>
    models.get(await dependencies.findModel(modelId), signal)
  const checkText = (text: string) => void prepareText({ text, limits })

  async function* problemEvents(runId: string, options: RunOptions, signal: AbortSignal): AsyncGenerator<RunEvent> {
    const model = await loadModel(options.modelId, signal)
    const { domain, recipe = {}, text } = options
    yield* runProblem({ runId, text, domain, model, recipe, versions: await versions() }, steps, signal)
  }

  const run = async (journal: RunJournal, started: StartedRun, signal: AbortSignal) => {
    for await (const event of unlessItFails(started.events(journal.runId, signal), { clock, signal })) {
      journal.add(event)
      if (event.type === 'run-end' && event.errorCode === 'engine-stopped' && started.modelId !== undefined) {
        await models.discard((await dependencies.findModel(started.modelId)).file)
      }
    }
    running.delete(journal.runId)
    if (started.keep === false) journals.delete(journal.runId)
    for (const [id, old] of journals) if (journals.size > keptRuns && old.ended) journals.delete(id)
  }

  const start = (started: StartedRun): string => {
    const runId = createId('run', clock.now())
    const journal = new RunJournal(runId, started.keep === false ? forgetfulStore : runStore)
    const abort = new AbortController()
    journals.set(runId, journal)
    running.set(runId, abort)
    void run(journal, started, abort.signal)
    return runId
  }

  const storedEvents = async (runId: string): Promise<readonly RunEvent[]> => {
    const stored = journals.get(runId)?.events ?? (await runStore.read(runId))
    if (stored !== undefined) return stored
    throw new PlanwrightError({ code: 'not-found', message: `There is no run "${runId}".` })
  }

  return {
    prologName: prolog.name,
    listModels: dependencies.listModels,
    listDomains: () => domains.map(({ id, title }) => ({ id, title })),
    listExamples: () => examples,
    checkText,
    startRun: (options) =>
      start({
        modelId: options.modelId,
        keep: options.keep,
        events: (runId, signal) => problemEvents(runId, options, signal),
      }),
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
    listRuns: (limit) => runStore.list(limit),
    async rerun(runId, edit) {
      const before = new RecordedRun(await storedEvents(runId))
      const prepared = prepareRerun(before, edit, { steps, versions, loadModel, checkText })
      return prepared.status === 'refused' ? prepared : { status: 'started', runId: start(prepared.run) }
    },
    checkPlan: async (runId, plan) => checkPlan(new RecordedRun(await storedEvents(runId)), plan, steps),
    async checkFacts(runId, program) {
      const domain = new RecordedRun(await storedEvents(runId)).domainAmong(domains)
      const { errors, notes } = readWrittenFacts(domain, program)
      return [...errors, ...notes]
    },
    async driftSince(runId) {
      const { start: begun } = new RecordedRun(await storedEvents(runId))
      const look = dependencies.presentModel ?? ((modelId) => presentModel(modelId, dependencies))
      return driftSince(begun, { model: await look(begun.model.id), versions: await versions() })
    },
    exportRun: async (runId, options) =>
      exportRun(runId, await storedEvents(runId), { ...options, version: await readVersion() }),
    storeMaintenance: dependencies.storeMaintenance,
    processIds: () => models.processIds(),
    async dispose() {
      for (const abort of running.values()) abort.abort()
      await models.dispose()
      await prolog.dispose()
      await Promise.allSettled([...journals.values()].map((journal) => journal.saved()))
      await runStore.close()
    },
  }
}
