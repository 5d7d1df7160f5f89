import type { Column } from '../comparison/column.ts'
import { strings } from '../strings.ts'
import { progressOf, type RunView } from './run-view.ts'

/** What a column says first: one of these has its sign and its colour. */
export type OutcomeKind = 'idle' | 'running' | 'valid' | 'invalid' | 'unsatisfiable' | 'unknown' | 'skipped'

export interface Outcome {
  readonly kind: OutcomeKind
  readonly word: string
  /** One sentence more. */
  readonly detail: string
}

const words = strings.outcome

/** The answer of a column in a sign, a word and a sentence. */
export function outcomeOf(column: Column): Outcome {
  const { run, state } = column
  switch (state) {
    case 'idle':
      return { kind: 'idle', word: words.idle, detail: words.idleDetail }
    case 'refused':
      return { kind: 'invalid', word: words.failed, detail: column.message ?? words.failedDetail }
    case 'lost':
      return { kind: 'invalid', word: words.lost, detail: words.lostDetail }
    case 'waiting':
      return { kind: 'unknown', word: words.waiting, detail: words.waitingDetail }
    case 'starting':
    case 'running':
      return running(run)
    case 'ended':
      return ended(run)
  }
}

function running(run: RunView): Outcome {
  const { all, done } = progressOf(run)
  switch (run.phase) {
    case 'loading':
      return { kind: 'running', word: words.loading, detail: words.loadingDetail }
    case 'reading':
      return { kind: 'running', word: words.reading, detail: words.readingDetail }
    case 'translating':
      return { kind: 'running', word: words.translating, detail: words.translatingDetail(done, all) }
    case 'solving':
      return { kind: 'running', word: words.solving, detail: words.solvingDetail }
    case 'checking':
    case 'ended':
      return { kind: 'running', word: words.checking, detail: words.checkingDetail }
  }
}

function ended(run: RunView): Outcome {
  const facts = run.formalization?.facts.length ?? 0
  const { end, verdict } = run
  const reason = end?.reason ?? ''
  if (verdict?.status === 'invalid') {
    return { kind: 'invalid', word: words.invalid, detail: words.invalidDetail(verdict.violations.length) }
  }
  switch (end?.status) {
    case 'solved':
      if (verdict?.status === 'valid') return { kind: 'valid', word: words.valid, detail: words.validDetail(facts) }
      return { kind: 'unknown', word: words.unknown, detail: verdict?.status === 'unknown' ? verdict.why : reason }
    case 'unsatisfiable':
      return {
        kind: 'unsatisfiable',
        word: words.unsatisfiable,
        detail: words.unsatisfiableDetail,
      }
    case 'incomplete':
      return {
        kind: 'unknown',
        word: run.plan === undefined ? words.unfinished : words.incomplete,
        detail: incompleteDetail(run),
      }
    case 'unknown':
      return { kind: 'unknown', word: words.unknown, detail: reason }
    case 'cancelled':
      return { kind: 'skipped', word: words.cancelled, detail: words.cancelledDetail }
    default: {
      const isNoProblem = run.formalization?.status === 'not-a-problem'
      return {
        kind: isNoProblem ? 'unknown' : 'invalid',
        word: isNoProblem ? words.notAProblem : words.failed,
        detail: words.failedDetail,
      }
    }
  }
}

/** What was not translated, or else what is wrong with the facts. */
function incompleteDetail({ end, formalization }: RunView): string {
  const pieces = formalization?.uncovered.length ?? 0
  return pieces > 0 ? words.incompleteDetail(pieces) : (end?.reason ?? '')
}

/** Signs that say the same as the colours. */
export const outcomeSigns: Readonly<Record<OutcomeKind, string>> = {
  idle: '–',
  running: '•',
  valid: '✓',
  invalid: '✕',
  unsatisfiable: '∅',
  unknown: '?',
  skipped: '–',
}
