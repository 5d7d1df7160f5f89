import { implement, ORPCError } from '@orpc/server'
import { modelsContract } from '../../api/models-contract.ts'
import { isPlanwrightError } from '../../base/planwright-error.ts'
import { failureOf } from './failure-of.ts'
import type { ModelLibrary } from './model-library.ts'
import { progressEvents } from './progress-events.ts'

/** An error of ours keeps its words on the way out; the transport would hide them. */
const base = implement(modelsContract).use(async ({ next }) => {
  try {
    return await next()
  } catch (error) {
    if (!isPlanwrightError(error)) throw error
    throw new ORPCError('BAD_REQUEST', { message: error.message, data: failureOf(error), cause: error })
  }
})

/** The procedures of `models`, each a thin call of the library. */
export function createModelsRouter(library: ModelLibrary) {
  return base.router({
    list: base.list.handler(() => library.list()),
    details: base.details.handler(({ input }) => library.details(input.modelId, input.contextTokens)),
    ladder: base.ladder.handler(({ input }) => library.ladder(input.modelId)),
    add: base.add.handler(({ input: { file, name }, signal }) =>
      progressEvents(async (tell, ending) => {
        try {
          return { type: 'added', model: await library.add({ file, name }, { tell, signal: ending }) }
        } catch (error) {
          return { type: 'failed', failure: failureOf(error) }
        }
      }, signal),
    ),
    refusal: base.refusal.handler(async ({ input: { name, sizeBytes } }) => {
      try {
        await library.checkReceivable(name, sizeBytes)
        return { failure: null }
      } catch (error) {
        return { failure: failureOf(error) }
      }
    }),
    load: base.load.handler(({ input: { contextTokens, modelId }, signal }) =>
      progressEvents(async (tell, ending) => {
        const onProgress = (progress: {
          stage: 'checking' | 'checksum' | 'loading' | 'calibrating'
          fraction: number
        }) => tell({ type: 'progress', ...progress })
        try {
          return { type: 'loaded', model: await library.load({ modelId, contextTokens, onProgress }, ending) }
        } catch (error) {
          return { type: 'failed', failure: failureOf(error) }
        }
      }, signal),
    ),
    unload: base.unload.handler(async ({ input }) => {
      await library.unload(input.modelId)
      return {}
    }),
    loaded: base.loaded.handler(() => library.loaded()),
    setDefault: base.setDefault.handler(async ({ input }) => {
      await library.setDefault(input.modelId)
      return {}
    }),
    remove: base.remove.handler(async ({ input }) => ({ key: await library.remove(input.modelId) })),
    bin: base.bin.handler(() => library.bin()),
    putBack: base.putBack.handler(async ({ input }) => ({ modelId: await library.putBack(input.key) })),
    measure: base.measure.handler(({ input, signal }) =>
      progressEvents(async (tell, ending) => {
        try {
          return { type: 'measured', measurement: await library.measure(input.modelId, { tell, signal: ending }) }
        } catch (error) {
          return { type: 'failed', failure: failureOf(error) }
        }
      }, signal),
    ),
  })
}
