import { z } from 'zod'
import type { Clock } from '../base/clock.ts'
import { isPlanwrightError, PlanwrightError, toPlainError } from '../base/planwright-error.ts'
import type { Formalization, FormalizeLimits, Formalizer } from '../formalization/formalizer.ts'
import type { PromptTexts } from '../formalization/prompts/prompt-writer.ts'
import { type Sampling, samplingSchema } from '../language-models/contract/generate.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import type { Fact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent, RunStatus, Timings, UndatedRunEvent, Usage } from '../planning/run-event.ts'
import type { RunParent, RunRecipe, RunVersions } from '../planning/run-recipe.ts'
import type { PrologEngine } from '../prolog/prolog-engine.ts'
import { solveFacts } from './solve-facts.ts'

export interface RunRequest {
  readonly runId: string
  readonly text: string
  /** A domain's id or `auto`. */
  readonly domain: string
  readonly model: LanguageModel
  readonly recipe: RunRecipe
  readonly versions: RunVersions
  readonly parent?: RunParent
  /** Texts of the prompt templates that the recipe names. */
  readonly prompts?: PromptTexts
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
  const { clock } = dependencies
  const startedMs = clock.monotonicMs()
  const progress: Progress = {
    timings: { formalizeMs: 0, solveMs: 0, validateMs: 0, totalMs: 0 },
    usage: { promptTokens: 0, completionTokens: 0 },
  }
  let seq = 0
  const date = datesOf(clock)
  const dated = (event: UndatedRunEvent): RunEvent => ({ seq: seq++, time: date(), ...event })
  let end: { status: RunStatus; reason?: string; errorCode?: string }
  try {
    const steps = runSteps({ request, dependencies, progress, signal })
    let step = await steps.next()
    while (!step.done) {
      yield dated(step.value)
      step = await steps.next()
    }
    end = step.value
  } catch (error) {
    end = signal.aborted ? { status: 'cancelled' } : { status: 'failed', ...failureOf(error) }
  }
  const timings = { ...progress.timings, totalMs: clock.monotonicMs() - startedMs }
  yield dated({ type: 'run-end', ...end, timings, usage: progress.usage })
}

/** The first date is the clock's own; those after it never go back, and tell steps of less than a millisecond apart. */
function datesOf(clock: Clock): () => number {
  let first: { time: number; monotonicMs: number } | undefined
  return () => {
    const monotonicMs = clock.monotonicMs()
    first ??= { time: clock.now(), monotonicMs }
    return first.time + Math.round((monotonicMs - first.monotonicMs) * 1000) / 1000
  }
}

interface Progress {
  timings: Timings
  usage: Usage
}

/** What every step of a run needs. */
interface RunContext {
  readonly request: RunRequest
  readonly dependencies: RunDependencies
  readonly progress: Progress
  readonly signal: AbortSignal
}

function failureOf(error: unknown): { reason: string; errorCode: string } {
  const { code, message, wayOut } = toPlainError(error)
  const known = isPlanwrightError(error) ? message : `Something broke inside Planwright: ${message}`
  return { reason: wayOut === undefined ? known : `${known} ${wayOut}`, errorCode: code }
}

async function* runSteps(context: RunContext): AsyncGenerator<UndatedRunEvent, { status: RunStatus; reason?: string }> {
  const { model, parent, recipe, runId, text, versions } = context.request
  const { backend, id, quantization, sha256 } = model
  const stamp = { id, quantization, sha256, backend }
  yield {
    type: 'run-start',
    runId,
    text,
    requestedDomain: context.request.domain,
    model: stamp,
    recipe,
    versions,
    ...(parent === undefined ? {} : { parent }),
  }
  const formalization = yield* formalize(context)
  switch (formalization.status) {
    case 'not-a-problem':
      return {
        status: 'failed',
        reason: 'This is not a planning problem that Planwright knows: a calendar, a trip or meetings.',
      }
    case 'malformed':
      return { status: 'failed', reason: 'The model could not translate the text into facts.' }
    case 'formalized':
    case 'incomplete': {
      const facts = formalization.facts.map((one) => one.fact)
      const solved = yield* solve(formalization.domain, facts, context)
      return formalization.status === 'incomplete' ? asDraft(formalization, solved) : solved
    }
  }
}

/** Of a problem that was not translated whole, or not soundly, neither a plan nor that there is none can be promised. */
function asDraft(
  { errors, uncovered }: Extract<Formalization, { status: 'incomplete' }>,
  solved: { status: RunStatus; reason?: string },
): { status: RunStatus; reason?: string } {
  const unsound = `Something was misread or is missing (${errors.slice(0, 2).join('; ')})`
  const cause = uncovered.length > 0 ? 'Part of the text could not be translated' : unsound
  if (solved.status === 'solved') return { status: 'incomplete', reason: `${cause}: the plan is a draft.` }
  if (solved.status === 'unsatisfiable')
    return { status: 'incomplete', reason: `${cause}; what is translated has no plan.` }
  return solved
}

/** Throws `invalid-input` for what are no sampling parameters. */
function readSampling(given: Readonly<Record<string, number>>): Sampling {
  const { data, error } = samplingSchema.strict().safeParse({ temperature: 0, ...given })
  if (data !== undefined) return data
  const message = `These are no sampling parameters: ${z.prettifyError(error)}.`
  throw new PlanwrightError({ code: 'invalid-input', message, wayOut: 'Use temperature, topP, topK, minP and seed.' })
}

async function* formalize({
  dependencies,
  progress,
  request,
  signal,
}: RunContext): AsyncGenerator<UndatedRunEvent, Formalization> {
  const { clock, domains, formalizer } = dependencies
  const { domain, model, prompts = {}, recipe, text } = request
  const limits = { ...dependencies.limits, ...(recipe.repairs === undefined ? {} : { repairs: recipe.repairs }) }
  const sampling = recipe.sampling === undefined ? undefined : readSampling(recipe.sampling)
  const startedMs = clock.monotonicMs()
  try {
    const events = formalizer.formalize(
      { text, domain, domains, model, limits, prompts, ...(sampling === undefined ? {} : { sampling }) },
      signal,
    )
    let step = await events.next()
    while (!step.done) {
      if (step.value.type === 'segment-end') {
        progress.usage.promptTokens += step.value.usage.promptTokens
        progress.usage.completionTokens += step.value.usage.completionTokens
      }
      yield step.value
      step = await events.next()
    }
    return step.value
  } finally {
    progress.timings.formalizeMs = clock.monotonicMs() - startedMs
  }
}

async function* solve(
  domain: PlanningDomain,
  facts: readonly Fact[],
  { dependencies, progress, signal }: RunContext,
): AsyncGenerator<UndatedRunEvent, { status: RunStatus; reason?: string }> {
  const events = solveFacts({ domain, facts, prolog: dependencies.prolog, clock: dependencies.clock }, signal)
  let step = await events.next()
  while (!step.done) {
    yield step.value
    step = await events.next()
  }
  progress.timings.solveMs = step.value.solveMs
  progress.timings.validateMs = step.value.validateMs
  const { reason, status } = step.value
  return reason === undefined ? { status } : { status, reason }
}
