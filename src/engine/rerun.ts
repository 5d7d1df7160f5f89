import { PlanwrightError } from '../base/planwright-error.ts'
import type { PromptTexts } from '../formalization/prompts/prompt-writer.ts'
import type { LanguageModel } from '../language-models/contract/language-model.ts'
import { readWrittenFacts } from '../pipeline/read-written-facts.ts'
import type { RecordedRun } from '../pipeline/recorded-run.ts'
import { type EditedStep, runEdited } from '../pipeline/run-edited.ts'
import { type RunDependencies, runProblem } from '../pipeline/run-problem.ts'
import type { ProgramDiagnostic } from '../planning/program-diagnostic.ts'
import type { PlanCheck, RerunOutcome, RunEdit } from '../planning/run-edit.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { RunParent, RunRecipe, RunVersions } from '../planning/run-recipe.ts'

/** A child run that is ready to begin. */
export interface PreparedRun {
  /** The id of the model that it asks; undefined where it asks none. */
  readonly modelId: string | undefined
  events(runId: string, signal: AbortSignal): AsyncGenerator<RunEvent>
}

export interface RerunDependencies {
  readonly steps: RunDependencies
  readonly versions: () => Promise<RunVersions>
  /** What a whole run asks with, and its stamp. */
  readonly stampOf: (asked: {
    readonly domain: string
    readonly model: LanguageModel
    readonly recipe: RunRecipe
  }) => Promise<{ readonly prompts: PromptTexts; readonly versions: RunVersions }>
  /** Throws what keeps it from being loaded. */
  readonly loadModel: (modelId: string, signal: AbortSignal) => Promise<LanguageModel>
  /** Throws `invalid-input` for what is no problem's text. */
  readonly checkText: (text: string) => void
}

type Refusal = Extract<RerunOutcome, { status: 'refused' }>

/**
 * Makes the child run that an edit asks for; an edit that can't be read is refused with its diagnostics. Throws
 * `invalid-input` for a run from which there is nothing to go on, and for a plan that is none.
 */
export function prepareRerun(
  before: RecordedRun,
  edit: RunEdit,
  dependencies: RerunDependencies,
): { status: 'ready'; run: PreparedRun } | Refusal {
  const parentId = before.start.runId
  const { hop } = edit
  switch (edit.hop) {
    case 'facts': {
      const { facts, errors } = readWrittenFacts(before.domainAmong(dependencies.steps.domains), edit.program)
      if (errors.length > 0) return { status: 'refused', diagnostics: [...errors] }
      void before.formalization
      return ready(
        editedRun({ before, parent: { runId: parentId, hop }, dependencies }, async () => ({ hop: 'facts', facts })),
      )
    }
    case 'plan': {
      const reading = readPlan(before, edit.plan, dependencies.steps)
      if (reading.status === 'malformed') return { status: 'refused', diagnostics: [planDiagnostic(reading.why)] }
      const { plan } = reading
      return ready(
        editedRun({ before, parent: { runId: parentId, hop }, dependencies }, async () => ({ hop: 'plan', plan })),
      )
    }
    case 'prompt': {
      const { prompt, segment } = edit
      if (!before.segments.some(({ index }) => index === segment)) {
        throw new PlanwrightError({ code: 'invalid-input', message: `This run has no piece ${segment}.` })
      }
      const asked = { segment, prompt, attempt: before.nextAttempt }
      return ready(promptedRun({ before, parent: { runId: parentId, hop }, dependencies }, asked))
    }
    case 'sampling':
      return ready(wholeRun({ before, parent: { runId: parentId, hop }, dependencies }, { recipe: edit.recipe }))
    case 'text':
      dependencies.checkText(edit.text)
      return ready(wholeRun({ before, parent: { runId: parentId, hop }, dependencies }, { text: edit.text }))
    case 'none':
      return ready(repeated(before, dependencies))
  }
}

/** Judges a plan that a person wrote against the facts of a run. */
export function checkPlan(before: RecordedRun, written: unknown, steps: RunDependencies): PlanCheck {
  const reading = readPlan(before, written, steps)
  if (reading.status === 'malformed') return reading
  const domain = before.domainAmong(steps.domains)
  const facts = before.formalization.facts.map(({ fact }) => fact)
  const { plan } = reading
  return {
    status: 'checked',
    plan,
    plainText: domain.describe(plan, facts, 'plain'),
    verdict: domain.validate(facts, plan),
  }
}

interface Child {
  readonly before: RecordedRun
  readonly parent: RunParent
  readonly dependencies: RerunDependencies
}

const ready = (run: PreparedRun) => ({ status: 'ready' as const, run })

const planDiagnostic = (message: string): ProgramDiagnostic => {
  const start = { line: 1, column: 1 }
  return { severity: 'error', code: 'not-a-plan', message, start, end: start }
}

function readPlan(before: RecordedRun, written: unknown, { domains }: RunDependencies) {
  const facts = before.formalization.facts.map(({ fact }) => fact)
  return before.domainAmong(domains).importPlan(written, facts)
}

/** The hop at which the run was edited is run again; for a run that was not, all of it. */
function repeated(before: RecordedRun, dependencies: RerunDependencies): PreparedRun {
  const { hop } = before
  const child = { before, parent: { runId: before.start.runId, hop: 'none' as const, repeats: hop }, dependencies }
  switch (hop) {
    case 'facts': {
      const facts = before.formalization.facts.map(({ fact }) => fact)
      return editedRun(child, async () => ({ hop: 'facts', facts }))
    }
    case 'plan': {
      const plan = before.last('plan')?.plan
      if (plan === undefined) throw new PlanwrightError({ code: 'invalid-input', message: 'This run has no plan.' })
      return editedRun(child, async () => ({ hop: 'plan', plan }))
    }
    case 'prompt': {
      const asked = before.editedPrompt()
      if (asked === undefined) throw new PlanwrightError({ code: 'invalid-input', message: 'This run has no prompt.' })
      return promptedRun(child, asked)
    }
    default:
      return wholeRun(child, {})
  }
}

function editedRun(
  { before, dependencies, parent }: Child,
  makeStep: (signal: AbortSignal) => Promise<EditedStep>,
  modelId?: string,
): PreparedRun {
  return {
    modelId,
    async *events(runId, signal) {
      const [step, versions] = [await makeStep(signal), await dependencies.versions()]
      yield* runEdited({ runId, before, parent, step, versions }, dependencies.steps, signal)
    },
  }
}

function promptedRun(child: Child, asked: { segment: number; prompt: string; attempt: number }): PreparedRun {
  // What has no domain or no facts has no prompt that could be asked again.
  void child.before.domainAmong(child.dependencies.steps.domains)
  const { modelId } = child.before
  const step = async (signal: AbortSignal) => {
    const model = await child.dependencies.loadModel(modelId, signal)
    return { hop: 'prompt' as const, model, ...asked }
  }
  return editedRun(child, step, modelId)
}

function wholeRun(
  { before, dependencies, parent }: Child,
  changed: { readonly text?: string; readonly recipe?: NonNullable<RecordedRun['start']['recipe']> },
): PreparedRun {
  const { recipe = {}, requestedDomain, text } = before.start
  const { modelId } = before
  return {
    modelId,
    async *events(runId, signal) {
      const model = await dependencies.loadModel(modelId, signal)
      const asked = { text, recipe, domain: requestedDomain, model, ...changed }
      const stamp = await dependencies.stampOf(asked)
      const request = { runId, requestedModel: modelId, parent, ...asked, ...stamp }
      yield* runProblem(request, dependencies.steps, signal)
    },
  }
}
