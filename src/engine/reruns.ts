import { readWrittenFacts } from '../pipeline/read-written-facts.ts'
import { RecordedRun } from '../pipeline/recorded-run.ts'
import type { ProgramDiagnostic } from '../planning/program-diagnostic.ts'
import type { Drift } from '../planning/run-drift.ts'
import type { PlanCheck, RerunOutcome, RunEdit } from '../planning/run-edit.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { RunRecipe } from '../planning/run-recipe.ts'
import { checkPlan, type PreparedRun, prepareRerun, type RerunDependencies } from './rerun.ts'
import { driftSince, type PresentStamp } from './run-drift.ts'

/**
 * What can be done with an ended run. All throw `not-found`, or `invalid-input` for a run from which there is nothing to
 * go on.
 */
export interface Reruns {
  /** Runs it again from an edited hop, as a child of it. */
  rerun(runId: string, edit: RunEdit): Promise<RerunOutcome>
  /** What the validator says of a plan that a person wrote, against the run's facts. */
  checkPlan(runId: string, plan: unknown): Promise<PlanCheck>
  /** What is to be said of facts that a person writes for it. */
  checkFacts(runId: string, program: string): Promise<readonly ProgramDiagnostic[]>
  /** What it rested on that is not here any more as it was. */
  driftSince(runId: string): Promise<readonly Drift[]>
}

export function createReruns(named: {
  readonly readRun: (runId: string) => Promise<readonly RunEvent[]>
  /** Returns the new run's id. */
  readonly start: (run: PreparedRun) => string
  readonly child: RerunDependencies
  /** SHA-256 of the templates of these names as a recipe has them now. */
  readonly presentPrompts: (names: readonly string[], recipe: RunRecipe) => Promise<Record<string, string>>
  readonly presentModel: (modelId: string) => Promise<PresentStamp['model']>
}): Reruns {
  const { child, presentModel, presentPrompts, readRun, start } = named
  const recorded = async (runId: string) => new RecordedRun(await readRun(runId))
  return {
    async rerun(runId, edit) {
      const prepared = prepareRerun(await recorded(runId), edit, child)
      return prepared.status === 'refused' ? prepared : { status: 'started', runId: start(prepared.run) }
    },
    checkPlan: async (runId, plan) => checkPlan(await recorded(runId), plan, child.steps),
    async checkFacts(runId, program) {
      const domain = (await recorded(runId)).domainAmong(child.steps.domains)
      const { errors, notes } = readWrittenFacts(domain, program)
      return [...errors, ...notes]
    },
    async driftSince(runId) {
      const { modelId, start: begun } = await recorded(runId)
      const promptSha256 = await presentPrompts(Object.keys(begun.versions?.promptSha256 ?? {}), begun.recipe ?? {})
      const versions = { ...(await child.versions()), promptSha256 }
      return driftSince(begun, { model: await presentModel(modelId), versions })
    },
  }
}
