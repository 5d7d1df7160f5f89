import { useMemo, useState } from 'react'
import type { BinnedModel, ModelEntry } from '../../src/api/models-contract.ts'
import { useEngine } from '../connection/engine-context.ts'
import { navigate } from '../frame/use-route.ts'
import { failureOf } from './failure.ts'
import type { ModelActions } from './model-details.tsx'
import { type ModelTask, modelWorkOf } from './model-work.ts'
import { modelStrings } from './strings.ts'
import { type Step, useSteps } from './use-steps.ts'

const { steps: stepWords, told } = modelStrings

/** What was done last, in words, or what kept it from being done. */
export interface Notice {
  readonly kind: 'done' | 'failed'
  readonly words: string
  /** It can be taken back. */
  readonly isStep?: boolean
}

export interface ScreenActions extends ModelActions {
  readonly addFiles: (files: readonly File[]) => void
  readonly addPath: (file: string) => void
  readonly putBack: (model: BinnedModel) => void
  readonly dismiss: (task: ModelTask) => void
  readonly undo: (() => void) | undefined
}

/** What can be done on the screen of models; what was done is told in words, and may be taken back. */
export function useModelActions(models: readonly ModelEntry[]): {
  readonly actions: ScreenActions
  readonly notice: Notice | undefined
} {
  const { ask, connection } = useEngine()
  const work = useMemo(() => modelWorkOf(connection), [connection])
  const [notice, setNotice] = useState<Notice>()
  const done = (words: string, isStep = false) => setNotice({ kind: 'done', words, isStep })
  const failed = (error: unknown) => {
    const { message, wayOut } = failureOf(error)
    setNotice({ kind: 'failed', words: wayOut === undefined ? message : `${message} ${wayOut}` })
  }
  const steps = useSteps(failed)

  const removing = async (modelId: string): Promise<Step> => {
    const { key } = await ask((client) => client.models.remove({ modelId }))
    done(told.removed(modelId), true)
    return { title: stepWords.remove(modelId), back: () => puttingBack(key) }
  }
  const puttingBack = async (key: string): Promise<Step> => {
    const { modelId } = await ask((client) => client.models.putBack({ key }))
    done(told.putBack(modelId))
    navigate('models', modelId)
    return { title: stepWords.putBack(modelId), back: () => removing(modelId) }
  }
  const choosing = async (modelId: string | null, before: string | null): Promise<Step> => {
    await ask((client) => client.models.setDefault({ modelId }))
    done(modelId === null ? told.noDefault : told.default(modelId), true)
    return { title: stepWords.setDefault, back: () => choosing(before, modelId) }
  }
  const take = (step: Promise<Step>) => void step.then(steps.add, failed)
  const afterwards = (work: Promise<string | undefined>, then: (modelId: string) => void) =>
    void work.then((modelId) => modelId !== undefined && then(modelId), failed)
  const added = (modelId: string) => {
    done(told.added(modelId))
    navigate('models', modelId)
  }

  return {
    notice,
    actions: {
      load: (modelId, contextTokens) => afterwards(work.load(modelId, contextTokens), (id) => done(told.loaded(id))),
      unload: (modelId) =>
        void ask((client) => client.models.unload({ modelId })).then(() => done(told.unloaded(modelId)), failed),
      setDefault: (modelId) => take(choosing(modelId, models.find(({ isDefault }) => isDefault === true)?.id ?? null)),
      remove: (modelId) => take(removing(modelId)),
      putBack: ({ key }) => take(puttingBack(key)),
      measure: (modelId) => afterwards(work.measure(modelId), (id) => done(told.measured(id))),
      addFiles: (files) => {
        for (const file of files) afterwards(work.addFile(file), added)
      },
      addPath: (file) => afterwards(work.addPath(file), added),
      dismiss: ({ id }) => work.dismiss(id),
      undo: steps.undo,
    },
  }
}
