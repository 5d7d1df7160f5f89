import type { Clock } from '../base/clock.ts'
import type { Formalization, FormalizeEvent } from '../formalization/formalizer.ts'
import type { Fact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { UndatedRunEvent } from '../planning/run-event.ts'
import type { PrologEngine } from '../prolog/prolog-engine.ts'
import { asDraft, type RunOutcome } from './draft.ts'
import type { RunProgress } from './record-run.ts'
import { solveFacts } from './solve-facts.ts'

/** The steps of formalizing, their time and their tokens counted. */
export async function* countFormalizing(
  events: AsyncGenerator<FormalizeEvent, Formalization>,
  { clock, progress }: { clock: Clock; progress: RunProgress },
): AsyncGenerator<UndatedRunEvent, Formalization> {
  const startedMs = clock.monotonicMs()
  try {
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

/** Facts → program → answer → plan → verdict, with its times. */
export async function* solveInRun(
  solving: { domain: PlanningDomain; facts: readonly Fact[]; prolog: PrologEngine; clock: Clock },
  { progress, signal }: { progress: RunProgress; signal: AbortSignal },
): AsyncGenerator<UndatedRunEvent, RunOutcome> {
  const events = solveFacts(solving, signal)
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

/** What comes after the translation: an answer, a draft, or why there can be none. */
export async function* answerInRun(
  formalization: Formalization,
  { clock, prolog }: { clock: Clock; prolog: PrologEngine },
  running: { progress: RunProgress; signal: AbortSignal },
): AsyncGenerator<UndatedRunEvent, RunOutcome> {
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
      const { domain } = formalization
      const facts = formalization.facts.map((one) => one.fact)
      const solved = yield* solveInRun({ domain, facts, prolog, clock }, running)
      return formalization.status === 'incomplete' ? asDraft(formalization, solved) : solved
    }
  }
}
