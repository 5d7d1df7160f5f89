import { implement } from '@orpc/server'
import { contract } from '../api/contract.ts'
import { comparisonsRouter } from './comparisons/comparisons-router.ts'
import { datasetsRouter } from './datasets/datasets-router.ts'
import type { Engine } from './engine.ts'

const contractImplementer = implement(contract)

/** The contract's procedures, each a thin call of the engine. */
export function createRouter(engine: Engine, version: string) {
  const { changes, domains, engine: about, examples, models, runs, settings } = contractImplementer
  return contractImplementer.router({
    engine: {
      notices: about.notices.handler(() => [...engine.notices.all]),
      info: about.info.handler(() => ({ version, platform: process.platform, prolog: engine.prologName })),
    },
    changes: { watch: changes.watch.handler(({ signal }) => engine.changes.watch(signal)) },
    settings: {
      read: settings.read.handler(() => engine.settings.read()),
      set: settings.set.handler(({ input }) => engine.settings.set(input.name, input.value)),
    },
    datasets: datasetsRouter(engine.datasets),
    comparisons: comparisonsRouter(engine.comparisons),
    models: { list: models.list.handler(async () => [...(await engine.listModels())]) },
    domains: { list: domains.list.handler(() => [...engine.listDomains()]) },
    examples: { list: examples.list.handler(() => [...engine.listExamples()]) },
    runs: {
      start: runs.start.handler(({ input }) => ({ runId: engine.startRun(input) })),
      watch: runs.watch.handler(({ input, signal }) => engine.watchRun(input.runId, input.afterSeq, signal)),
      cancel: runs.cancel.handler(({ input }) => ({ cancelled: engine.cancelRun(input.runId) })),
      list: runs.list.handler(async ({ input }) => [...(await engine.listRuns(input.limit))]),
      export: runs.export.handler(async ({ input: { format, runId, startDate } }) => ({
        text: await engine.exportRun(runId, { format, ...(startDate === undefined ? {} : { startDate }) }),
      })),
      because: runs.because.handler(({ input }) => engine.because(input.runId)),
      events: runs.events.handler(async ({ input }) => [...(await engine.readRun(input.runId))]),
    },
  })
}
