import { implement } from '@orpc/server'
import { contract } from '../api/contract.ts'
import { comparisonsRouter } from './comparisons/comparisons-router.ts'
import { datasetsRouter } from './datasets/datasets-router.ts'
import type { Engine } from './engine.ts'
import { createModelsRouter } from './models/models-router.ts'
import { spokenError } from './spoken-error.ts'

const contractImplementer = implement(contract).use(async ({ next }) => {
  try {
    return await next()
  } catch (error) {
    throw spokenError(error)
  }
})

/** The contract's procedures, each a thin call of the engine. */
export function createRouter(engine: Engine, version: string) {
  const { changes, domains, engine: about, examples, prompts, runs, settings, traces } = contractImplementer
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
    models: createModelsRouter(engine.models),
    domains: { list: domains.list.handler(() => [...engine.listDomains()]) },
    examples: { list: examples.list.handler(() => [...engine.listExamples()]) },
    prompts: {
      list: prompts.list.handler(() => engine.prompts.list()),
      add: prompts.add.handler(({ input }) => engine.prompts.add(input)),
      render: prompts.render.handler(({ input }) => engine.prompts.render(input)),
      cases: prompts.cases.handler(({ input }) => engine.prompts.cases(input)),
    },
    runs: {
      start: runs.start.handler(({ input }) => ({ runId: engine.startRun(input) })),
      watch: runs.watch.handler(({ input, signal }) => engine.watchRun(input.runId, input.afterSeq, signal)),
      cancel: runs.cancel.handler(({ input }) => ({ cancelled: engine.cancelRun(input.runId) })),
      list: runs.list.handler(async ({ input }) => [...(await engine.listRuns(input.limit))]),
      export: runs.export.handler(async ({ input: { format, runId, startDate } }) => ({
        text: await engine.exportRun(runId, { format, ...(startDate === undefined ? {} : { startDate }) }),
      })),
      because: runs.because.handler(({ input }) => engine.because(input.runId)),
      trace: runs.trace.handler(async ({ input }) => ({ spans: await engine.traces.spansOf(input.runId) })),
      push: runs.push.handler(({ input: { runId, ...to } }) => engine.traces.push(runId, to)),
      rerun: runs.rerun.handler(({ input }) => engine.reruns.rerun(input.runId, input.edit)),
      checkPlan: runs.checkPlan.handler(({ input }) => engine.reruns.checkPlan(input.runId, input.plan)),
      checkFacts: runs.checkFacts.handler(async ({ input }) => [
        ...(await engine.reruns.checkFacts(input.runId, input.program)),
      ]),
      drift: runs.drift.handler(async ({ input }) => [...(await engine.reruns.driftSince(input.runId))]),
      events: runs.events.handler(async ({ input }) => [...(await engine.readRun(input.runId))]),
    },
    traces: {
      import: traces.import.handler(({ input }) => engine.traces.read(input.text)),
    },
  })
}
