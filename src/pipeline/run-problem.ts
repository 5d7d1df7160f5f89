import type { Clock } from '../base/clock.ts'
import type { FormalizeLimits, Formalizer } from '../formalization/formalizer.ts'
import type { PromptTexts } from '../formalization/prompts/prompt-writer.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent, UndatedRunEvent } from '../planning/run-event.ts'
import type { RunParent, RunRecipe, RunVersions } from '../planning/run-recipe.ts'
import type { PrologEngine } from '../prolog/prolog-engine.ts'
import type { RunOutcome } from './draft.ts'
import { readSampling } from './read-sampling.ts'
import { type RunProgress, recordRun } from './record-run.ts'
import { answerInRun, countFormalizing } from './timed-steps.ts'

export interface RunRequest {
  readonly runId: string
  readonly text: string
  /** A domain's id or `auto`. */
  readonly domain: string
  readonly model: LanguageModel
  /** How it was asked for: its id, or a file's path. */
  readonly requestedModel: string
  readonly recipe: RunRecipe
  readonly versions: RunVersions
  /** Prompt templates other than the built-in ones, by their names. */
  readonly prompts?: PromptTexts
  readonly parent?: RunParent
}

export interface RunDependencies {
  readonly clock: Clock
  readonly domains: readonly PlanningDomain[]
  readonly formalizer: Formalizer
  readonly prolog: PrologEngine
  readonly limits: FormalizeLimits
}

/**
 * The whole way of a problem: text → facts → program → answer → plan → verdict, as events that end in `run-end`,
 * whatever happens. Failures and cancelling are outcomes of the run, not exceptions.
 */
export async function* runProblem(
  request: RunRequest,
  dependencies: RunDependencies,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  const steps = (progress: RunProgress) => runSteps({ request, dependencies, progress, signal })
  yield* recordRun(steps, dependencies.clock, signal)
}

async function* runSteps({
  dependencies,
  progress,
  request,
  signal,
}: {
  readonly request: RunRequest
  readonly dependencies: RunDependencies
  readonly progress: RunProgress
  readonly signal: AbortSignal
}): AsyncGenerator<UndatedRunEvent, RunOutcome> {
  const { domain, model, parent, prompts = {}, recipe, requestedModel, runId, text, versions } = request
  const { backend, id, quantization, sha256 } = model
  yield {
    type: 'run-start',
    runId,
    text,
    requestedDomain: domain,
    model: { id, quantization, sha256, backend },
    ...(requestedModel === id ? {} : { requestedModel }),
    recipe,
    versions,
    ...(parent === undefined ? {} : { parent }),
  }
  // Who cancels before anything is asked wants nothing asked.
  signal.throwIfAborted()
  const { clock, domains, formalizer, prolog } = dependencies
  const limits = { ...dependencies.limits, ...(recipe.repairs === undefined ? {} : { repairs: recipe.repairs }) }
  const sampling = readSampling(recipe)
  const formalizing = formalizer.formalize(
    { text, domain, domains, model, limits, prompts, ...(sampling === undefined ? {} : { sampling }) },
    signal,
  )
  const formalization = yield* countFormalizing(formalizing, { clock, progress })
  return yield* answerInRun(formalization, { clock, prolog }, { progress, signal })
}
