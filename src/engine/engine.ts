import type { DomainEntry, Example } from '../api/contract.ts'
import type { ModelEntry } from '../api/models-contract.ts'
import type { Clock } from '../base/clock.ts'
import { createId } from '../base/id.ts'
import { PlanwrightError } from '../base/planwright-error.ts'
import { defaultFormalizeLimits, type FormalizeLimits, type Formalizer } from '../formalization/formalizer.ts'
import { prepareText } from '../formalization/prepare-text.ts'
import type { ModelHost } from '../language-models/contract/model-host.ts'
import { memoryOf } from '../language-models/memory.ts'
import { runProblem } from '../pipeline/run-problem.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { RunRecipe, RunVersions } from '../planning/run-recipe.ts'
import type { RunSummary } from '../planning/run-summary.ts'
import type { PrologEngine } from '../prolog/prolog-engine.ts'
import type { RunStore } from '../storage/run-store.ts'
import type { SettingsStore } from '../storage/settings-store.ts'
import type { Store } from '../storage/store.ts'
import type { StoreMaintenance } from '../storage/store-maintenance.ts'
import { ChangeFeed } from './change-feed.ts'
import { type Comparisons, createComparisons } from './comparisons/comparison-service.ts'
import { createDatasetLibrary, type DatasetLibrary } from './datasets/dataset-library.ts'
import { failedToStart } from './failed-to-start.ts'
import { LoadedModels, type ModelFile } from './loaded-models.ts'
import { createModelLibrary, type ModelLibrary } from './models/model-library.ts'
import { Notices } from './notices.ts'
import { presentModel } from './present-model.ts'
import { createEnginePrompts, type EnginePrompts, type RenderChat } from './prompts/engine-prompts.ts'
import { PromptLibrary, stampPrompts } from './prompts/prompt-library.ts'
import type { RerunDependencies } from './rerun.ts'
import { createReruns, type Reruns } from './reruns.ts'
import type { PresentStamp } from './run-drift.ts'
import { createRunExports, type RunExportDependencies, type RunExports } from './run-exports.ts'
import { RunJournal } from './run-journal.ts'
import { createTraces, type Traces } from './traces.ts'
import { readVersion } from './version.ts'

export interface EngineDependencies {
  readonly clock: Clock
  /** PLANWRIGHT_HOME: where the user's models are kept. */
  readonly home: string
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
  readonly replayPage: RunExportDependencies['replayPage']
  readonly limits?: Partial<FormalizeLimits>
  /** Shows what a model is given; where absent nobody can tell. */
  readonly renderChat?: RenderChat
  readonly notices?: Notices
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
  /** The name it is to have; a new one where absent. */
  readonly runId?: string
  /** `false`: it is for measuring only; who started it watches it, and nothing of it is kept. */
  readonly keep?: false
}

/** The engine: whoever calls (window, browser, terminal) gets the same. */
export interface Engine extends RunExports {
  readonly prologName: string
  readonly notices: Notices
  /** Tells what has changed. */
  readonly changes: ChangeFeed
  readonly settings: SettingsStore
  readonly prompts: EnginePrompts
  readonly models: ModelLibrary
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
  listRuns(limit: number): Promise<readonly RunSummary[]>
  readonly reruns: Reruns
  readonly traces: Traces
  /** To be used before anything is run. */
  readonly storeMaintenance: StoreMaintenance
  /** Processes of loaded models, for their memory. */
  processIds(): Promise<number[]>
  dispose(): Promise<void>
}

interface StartedRun {
  readonly modelId: string | undefined
  readonly keep?: false | undefined
  /** The name it is to have; a new one where absent. */
  readonly runId?: string | undefined
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
}

export function createEngine(dependencies: EngineDependencies): Engine {
  const { clock, domains, examples, formalizer, prolog, store } = dependencies
  const limits = { ...defaultFormalizeLimits, ...dependencies.limits }
  const changes = new ChangeFeed()
  const models = new LoadedModels(
    dependencies.modelHost,
    {},
    { now: clock.now, onChange: () => changes.tell('models') },
  )
  const journals = new Map<string, RunJournal>()
  const running = new Map<string, AbortController>()
  const promptLibrary = new PromptLibrary({ store: store.prompts, clock })
  const notices = dependencies.notices ?? new Notices()
  notices.subscribe(() => changes.tell('notices'))

  const steps = { clock, domains, formalizer, prolog, limits }
  const versions = async (promptSha256: RunVersions['promptSha256'] = {}): Promise<RunVersions> => ({
    planwright: await readVersion(),
    prolog: prolog.name,
    promptSha256,
  })
  /** What a run of this recipe asks with, and its stamp. Throws for a version of a prompt that is not here. */
  const stampOf: RerunDependencies['stampOf'] = async ({ domain, model, recipe }) => {
    const prompts = await promptLibrary.texts(recipe)
    const own = recipe.repairs === undefined ? limits : { ...limits, repairs: recipe.repairs }
    const names = await formalizer.promptNames?.({ domain, domains, model, limits: own })
    return { prompts, versions: await versions(stampPrompts(names ?? [], prompts)) }
  }
  const loadModel = async (modelId: string, signal: AbortSignal) =>
    models.get(await dependencies.findModel(modelId), signal)
  const checkText = (text: string) => void prepareText({ text, limits })

  async function* problemEvents(runId: string, options: RunOptions, signal: AbortSignal): AsyncGenerator<RunEvent> {
    const { domain, modelId: requestedModel, recipe = {}, text } = options
    // A version that is not here is told before a model is loaded for it.
    await promptLibrary.texts(recipe)
    const model = await loadModel(requestedModel, signal)
    const stamp = await stampOf({ domain, model, recipe })
    yield* runProblem({ runId, text, domain, model, requestedModel, recipe, ...stamp }, steps, signal)
  }

  const run = async (journal: RunJournal, started: StartedRun, signal: AbortSignal) => {
    for await (const event of unlessItFails(started.events(journal.runId, signal), { clock, signal })) {
      journal.add(event)
      if (event.type === 'run-end' && event.errorCode === 'engine-stopped' && started.modelId !== undefined) {
        await models.discard((await dependencies.findModel(started.modelId)).file)
      }
    }
    running.delete(journal.runId)
    changes.tell('runs')
    if (started.keep === false) journals.delete(journal.runId)
    for (const [id, old] of journals) if (journals.size > keptRuns && old.ended) journals.delete(id)
  }

  const start = (started: StartedRun): string => {
    const { runId = createId('run', clock.now()) } = started
    const journal = new RunJournal(runId, started.keep === false ? forgetfulStore : store.runs)
    const abort = new AbortController()
    journals.set(runId, journal)
    running.set(runId, abort)
    void run(journal, started, abort.signal)
    changes.tell('runs')
    return runId
  }

  const storedEvents = async (runId: string): Promise<readonly RunEvent[]> => {
    const stored = journals.get(runId)?.events ?? (await store.runs.read(runId))
    if (stored !== undefined) return stored
    throw new PlanwrightError({ code: 'not-found', message: `There is no run "${runId}".` })
  }

  const startRun = (options: RunOptions): string =>
    start({
      modelId: options.modelId,
      keep: options.keep,
      runId: options.runId,
      events: (runId, signal) => problemEvents(runId, options, signal),
    })

  /** All events of a run that was just started; the signal cancels it. */
  const eventsToEnd = async (runId: string, signal: AbortSignal): Promise<RunEvent[]> => {
    const cancel = () => running.get(runId)?.abort()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      const journal = journals.get(runId)
      return journal === undefined ? [] : await Array.fromAsync(journal.watch(-1))
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  const settings: SettingsStore = {
    read: () => store.settings.read(),
    async set(name, value) {
      await store.settings.set(name, value)
      changes.tell('settings')
    },
  }

  const library = createModelLibrary({
    home: dependencies.home,
    loaded: models,
    listModels: dependencies.listModels,
    findModel: dependencies.findModel,
    settings,
    changes,
    now: clock.now,
    run: (problem, signal) => eventsToEnd(startRun({ ...problem, domain: 'auto', keep: false }), signal),
  })

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
        const journal = journals.get(runId)
        const events = await eventsToEnd(runId, signal)
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
    settings,
    prompts: createEnginePrompts({
      library: promptLibrary,
      runs: store.runs,
      domains,
      findFile: async (modelId) => (await dependencies.findModel(modelId)).file,
      renderChat: dependencies.renderChat ?? (async () => ({ status: 'no-template' })),
      loadedModel: (file) => models.loadedModel(file),
      onChange: () => changes.tell('prompts'),
    }),
    models: library,
    listModels: library.list,
    listDomains: () => domains.map(({ id, title }) => ({ id, title })),
    listExamples: () => examples,
    checkText,
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
    reruns: createReruns({
      readRun: storedEvents,
      start,
      child: { steps, versions, stampOf, loadModel, checkText },
      // A version that is not here any more has no checksum, and so is told as gone.
      presentPrompts: async (names, recipe) =>
        promptLibrary.texts(recipe).then(
          (texts) => stampPrompts(names, texts),
          () => ({}),
        ),
      presentModel: dependencies.presentModel ?? ((modelId) => presentModel(modelId, dependencies)),
    }),
    ...createRunExports({ readRun: storedEvents, domains, prolog, replayPage: dependencies.replayPage }),
    traces: createTraces({ readRun: storedEvents, readSettings: () => store.settings.read() }),
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
