import { PlanwrightError } from '../base/planwright-error.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { Fact } from '../planning/fact.ts'
import type { Plan } from '../planning/plan.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { ModelStamp, RunEvent, UndatedRunEvent } from '../planning/run-event.ts'
import type { RunParent, RunVersions } from '../planning/run-recipe.ts'
import { carryFacts } from './carry-facts.ts'
import { asDraft, type RunOutcome } from './draft.ts'
import { readSampling } from './read-sampling.ts'
import { type RunProgress, recordRun } from './record-run.ts'
import { type RecordedRun, undated } from './recorded-run.ts'
import type { RunDependencies } from './run-problem.ts'
import { answerInRun, countFormalizing, solveInRun } from './timed-steps.ts'

/** Where a child run leaves the way of its parent, and what it has there instead. */
export type EditedStep =
  | { readonly hop: 'facts'; readonly facts: readonly Fact[] }
  | { readonly hop: 'plan'; readonly plan: Plan }
  | {
      readonly hop: 'prompt'
      readonly model: LanguageModel
      readonly segment: number
      readonly prompt: string
      /** Attempts of the parent from this one on are forgotten. */
      readonly attempt: number
    }

export interface EditedRunRequest {
  readonly runId: string
  readonly before: RecordedRun
  readonly parent: RunParent
  readonly step: EditedStep
  readonly versions: RunVersions
}

/**
 * A run from an edited hop on. Its record is whole: what came before the hop is told again from the parent's, under new
 * numbers and times.
 */
export async function* runEdited(
  request: EditedRunRequest,
  dependencies: RunDependencies,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  const steps = async function* (progress: RunProgress): AsyncGenerator<UndatedRunEvent, RunOutcome> {
    yield startOf(request)
    signal.throwIfAborted()
    const domain = request.before.domainAmong(dependencies.domains)
    const running: Running = { before: request.before, domain, dependencies, progress, signal }
    switch (request.step.hop) {
      case 'facts':
        return yield* fromFacts(request.step.facts, running)
      case 'plan':
        return yield* fromPlan(request.step.plan, running)
      case 'prompt':
        return yield* fromPrompt(request.step, running)
    }
  }
  yield* recordRun(steps, dependencies.clock, signal)
}

interface Running {
  readonly before: RecordedRun
  readonly domain: PlanningDomain
  readonly dependencies: RunDependencies
  readonly progress: RunProgress
  readonly signal: AbortSignal
}

function startOf({ before, parent, runId, step, versions }: EditedRunRequest): UndatedRunEvent {
  const { model, recipe = {}, requestedDomain, requestedModel, text, versions: then } = before.start
  // What came from the parent was prompted with the templates of then; a prompt of a person's has none.
  const promptSha256 = then?.promptSha256 ?? {}
  return {
    type: 'run-start',
    runId,
    text,
    requestedDomain,
    model: step.hop === 'prompt' ? stampOf(step.model) : model,
    ...(requestedModel === undefined ? {} : { requestedModel }),
    recipe,
    versions: { ...versions, promptSha256 },
    parent,
  }
}

const stampOf = ({ backend, id, quantization, sha256 }: LanguageModel): ModelStamp => ({
  id,
  quantization,
  sha256,
  backend,
})

async function* fromFacts(written: readonly Fact[], running: Running): AsyncGenerator<UndatedRunEvent, RunOutcome> {
  const { before, dependencies, domain } = running
  yield* before.translating()
  const facts = carryFacts(before.formalization.facts, written)
  const diagnostics = domain.lint(written)
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  yield {
    type: 'formalization',
    status: errors.length > 0 ? 'incomplete' : 'formalized',
    facts,
    // Who wrote the facts has read the text: what the model could not translate is no longer what they rest on.
    uncovered: [],
    diagnostics: [...diagnostics],
    attempts: before.formalization.attempts,
  }
  const { clock, prolog } = dependencies
  const solved = yield* solveInRun({ domain, facts: written, prolog, clock }, running)
  return errors.length > 0 ? asDraft({ errors, uncovered: [] }, solved) : solved
}

async function* fromPlan(plan: Plan, { before, dependencies, domain, progress }: Running) {
  const { formalization } = before
  const facts = formalization.facts.map(({ fact }) => fact)
  yield* before.translating()
  yield undated(formalization)
  // The solver's answer is not told again: this plan is none of its.
  const program = before.last('program')
  if (program !== undefined) yield undated(program)
  const startedMs = dependencies.clock.monotonicMs()
  const verdict = domain.validate(facts, plan)
  progress.timings.validateMs = dependencies.clock.monotonicMs() - startedMs
  yield {
    type: 'plan' as const,
    plan,
    benchmarkText: domain.describe(plan, facts, 'benchmark'),
    plainText: domain.describe(plan, facts, 'plain'),
  }
  yield { type: 'verdict' as const, verdict }
  if (verdict.status === 'invalid') {
    return { status: 'failed' as const, reason: 'The validator rejects the plan.' }
  }
  const solved: RunOutcome = { status: 'solved' }
  if (formalization.status === 'formalized') return solved
  const errors = formalization.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  return asDraft({ errors, uncovered: formalization.uncovered }, solved)
}

async function* fromPrompt(step: Extract<EditedStep, { hop: 'prompt' }>, running: Running) {
  const { before, dependencies, domain, progress, signal } = running
  const { clock, formalizer, prolog } = dependencies
  if (formalizer.retranslate === undefined) {
    throw new PlanwrightError({ code: 'unsupported', message: "The prompts of this model can't be changed." })
  }
  yield* before.translating(step.attempt)
  const sampling = readSampling(before.start.recipe ?? {})
  const translating = formalizer.retranslate(
    {
      text: before.start.text,
      domain,
      model: step.model,
      segments: before.segments,
      earlier: before.translations(),
      edited: step,
      attempt: step.attempt,
      ...(sampling === undefined ? {} : { sampling }),
    },
    signal,
  )
  const formalization = yield* countFormalizing(translating, { clock, progress })
  return yield* answerInRun(formalization, { clock, prolog }, { progress, signal })
}
