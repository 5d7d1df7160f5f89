import type { ModelDetails } from '../../api/model-details.ts'
import type { LadderRung, ModelMeasurement } from '../../api/model-measurement.ts'
import type { AddedModel, BinnedModel, LoadedModelEntry, ModelEntry } from '../../api/models-contract.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { resolveModel } from '../../language-models/catalogue.ts'
import type { LoadProgress } from '../../language-models/contract/model-host.ts'
import { memoryOf } from '../../language-models/memory.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import type { SettingsStore } from '../../storage/settings-store.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { LoadedModel, LoadedModels, ModelFile } from '../loaded-models.ts'
import { type Adding, addModel } from './add-model.ts'
import { type Measuring, measureModel } from './measure-model.ts'
import { keepMeasurement } from './measurement-store.ts'
import { measuringProblems } from './measuring-problems.ts'
import { putIntoBin, readBin, takeFromBin } from './model-bin.ts'
import { readDetails } from './read-details.ts'
import { readLadder } from './read-ladder.ts'
import { checkReceivable, receiveModel, type SentModel } from './receive-model.ts'

/** The setting that names the model to take where none is named. */
export const defaultModelSetting = 'defaultModel'

export interface LibraryDependencies {
  /** PLANWRIGHT_HOME. */
  readonly home: string
  readonly loaded: LoadedModels
  readonly listModels: () => Promise<readonly ModelEntry[]>
  readonly findModel: (idOrFile: string) => Promise<ModelFile>
  readonly settings: SettingsStore
  readonly changes: ChangeFeed
  readonly now: () => number
  /** All events of a run that is not kept. */
  readonly run: (problem: { text: string; modelId: string }, signal: AbortSignal) => Promise<readonly RunEvent[]>
}

export interface LoadWish {
  readonly modelId: string
  readonly contextTokens: number | undefined
  readonly onProgress: (progress: LoadProgress) => void
}

/** The models of this machine: what is here, what it would take, what is in memory, what it is worth. */
export interface ModelLibrary {
  list(): Promise<ModelEntry[]>
  /** Throws `not-found`. */
  details(modelId: string, contextTokens?: number): Promise<ModelDetails>
  ladder(modelId: string): Promise<LadderRung[]>
  /** Throws what `addModel` throws. */
  add(wanted: { file: string; name: string | undefined }, adding: Adding): Promise<AddedModel>
  /** Throws why a file of this name and size could not be received. */
  checkReceivable(name: string, sizeBytes: number): Promise<void>
  receive(name: string, sent: SentModel): Promise<AddedModel>
  load(wish: LoadWish, signal: AbortSignal): Promise<LoadedModelEntry>
  unload(modelId: string): Promise<void>
  loaded(): Promise<LoadedModelEntry[]>
  /** Throws `not-found`. */
  setDefault(modelId: string | null): Promise<void>
  /** Throws `invalid-input` for a model that is not the user's. Returns its key in the bin. */
  remove(modelId: string): Promise<string>
  bin(): Promise<BinnedModel[]>
  putBack(key: string): Promise<string>
  measure(modelId: string, measuring: Measuring): Promise<ModelMeasurement>
}

export function createModelLibrary(dependencies: LibraryDependencies): ModelLibrary {
  const { changes, findModel, home, listModels, loaded, now, settings } = dependencies
  const place = async () => ({ home, takenIds: (await listModels()).map(({ id }) => id) })
  const changed = <T>(result: T): T => {
    changes.tell('models')
    return result
  }
  const find = async (modelId: string) => (await listModels()).find(({ id }) => id === modelId)

  return {
    async list() {
      const chosen = (await settings.read().catch(() => undefined))?.[defaultModelSetting]
      return (await listModels()).map((model) => (model.id === chosen ? { ...model, isDefault: true as const } : model))
    },
    async details(modelId, contextTokens) {
      const entry = await find(modelId)
      const source = entry === undefined ? ('path' as const) : entry.shipped ? ('shipped' as const) : ('user' as const)
      const file = entry?.problem === undefined ? await findModel(modelId) : entry
      return readDetails({ ...file, source }, { contextTokens, freeBytes: process.availableMemory() })
    },
    async ladder(modelId) {
      const found = await resolveModel(modelId, { home })
      return found.status === 'found' ? readLadder(home, found.entry) : []
    },
    add: async (wanted, adding) => changed(await addModel(wanted, await place(), adding)),
    checkReceivable: async (name, sizeBytes) => checkReceivable({ ...(await place()), name }, sizeBytes),
    receive: async (name, sent) => changed(await receiveModel({ ...(await place()), name }, sent)),
    async load({ contextTokens, modelId, onProgress }, signal) {
      const file = await findModel(modelId)
      // It is never loaded with more than it was trained for, and one that is should not be loaded anew for that.
      const details =
        contextTokens === undefined
          ? undefined
          : await readDetails({ ...file, source: 'path' }, { contextTokens, freeBytes: 0 })
      const fitting = details?.status === 'readable' ? { contextTokens: details.memory.contextTokens } : {}
      await loaded.get(file, signal, { onProgress, ...fitting })
      const entry = (await describeAll(loaded)).find(({ id }) => id === file.id)
      if (entry !== undefined) return entry
      throw new PlanwrightError({ code: 'engine-stopped', message: `${file.id} was unloaded again.` })
    },
    async unload(modelId) {
      const known = loaded.list().find(({ id }) => id === modelId)
      if (known !== undefined) await loaded.discard(known.file)
    },
    loaded: () => describeAll(loaded),
    async setDefault(modelId) {
      if (modelId !== null) await findModel(modelId)
      await settings.set(defaultModelSetting, modelId ?? undefined)
      changed(undefined)
    },
    async remove(modelId) {
      const entry = await find(modelId)
      if (entry === undefined || entry.shipped) throw notRemovable(modelId, entry)
      await loaded.discard(entry.file)
      return changed(await putIntoBin(home, entry.file, now()))
    },
    bin: () => readBin(home),
    putBack: async (key) => changed(await takeFromBin(home, key)),
    async measure(modelId, measuring) {
      const file = await findModel(modelId)
      const wasLoaded = loaded.list().some((one) => one.file === file.file)
      try {
        const measurement = await measureModel(
          {
            now,
            problems: measuringProblems,
            load: (onProgress, signal) => loaded.get(file, signal, { onProgress }),
            run: (text, signal) => dependencies.run({ text, modelId }, signal),
          },
          measuring,
        )
        await keepMeasurement(home, measurement)
        return changed(measurement)
      } finally {
        // It is left as it was found.
        if (!wasLoaded) await loaded.discard(file.file)
      }
    },
  }
}

function notRemovable(modelId: string, entry: ModelEntry | undefined): PlanwrightError {
  if (entry === undefined) {
    return new PlanwrightError({ code: 'not-found', message: `There is no model called ${modelId}.` })
  }
  return new PlanwrightError({
    code: 'invalid-input',
    message: `${modelId} comes with Planwright and stays.`,
    wayOut: 'Only models that you have added can be removed.',
  })
}

/** Models whose process has ended are none any more. */
async function describeAll(loaded: LoadedModels): Promise<LoadedModelEntry[]> {
  const entries = await Promise.all(loaded.list().map(async (one) => ({ one, bytes: await memoryBytes(one) })))
  await Promise.all(entries.filter(({ bytes }) => bytes === 0).map(({ one }) => loaded.discard(one.file)))
  return entries
    .filter(({ bytes }) => bytes !== 0)
    .map(({ bytes, one: { id, model, sinceMs } }) => {
      const { backend, contextTokens, warnings } = model
      return { id, contextTokens, backend, sinceMs, memoryBytes: bytes, warnings: [...warnings] }
    })
}

async function memoryBytes({ model }: LoadedModel): Promise<number | null> {
  return model.processId === undefined ? null : (await memoryOf([model.processId])).bytes
}
