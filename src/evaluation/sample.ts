import type { Plan } from '../planning/plan.ts'
import type { Timings, Usage } from '../planning/run-event.ts'
import type { Constraints } from './constraints.ts'

/** What evaluation sees of a run: its answer, and what it cost. */
export interface EvaluatedRun {
  readonly status: 'solved' | 'unsatisfiable' | 'failed'
  /** The run's own, finer status: `incomplete`, `unknown`, ...; `not-started` where there was no model to run it. */
  readonly runStatus: string
  readonly reason: string | null
  /** The domain that was recognised; null where none was. */
  readonly domain: string | null
  /** The model says that the text poses no planning problem. */
  readonly isRefused: boolean
  /** Calendar `{day, start, end}`, trip `[{city, from, to}]`, meeting `[{person, start, end}]`. */
  readonly plan: unknown
  /** The same as steps of the domain. */
  readonly steps: Plan | null
  /** The benchmark's answer format. */
  readonly planText: string | null
  /** Whether the plan keeps the facts that the model wrote; null without a plan. */
  readonly consistent: boolean | null
  /** The facts that the model wrote, in Prolog. */
  readonly facts: readonly string[]
  /** The model's probability of its whole translation, 0 to 1; null where there is none. */
  readonly confidence: number | null
  /** Translations made: 1 and repairs. */
  readonly attempts: number
  readonly timings: Timings
  readonly usage: Usage
  /** Of the model's file; null where no model ran. */
  readonly modelSha256: string | null
}

/**
 * How an answer fares against the dataset's own constraints. `suboptimal` keeps them all but meets fewer people than
 * one could; `refused` and `accepted` are for texts that pose no problem.
 */
export const verdictClasses = [
  'ok',
  'suboptimal',
  'invalid',
  'false-unsatisfiable',
  'false-solved',
  'unsatisfiable-ok',
  'failed',
  'refused',
  'accepted',
] as const
export type VerdictClass = (typeof verdictClasses)[number]

export interface Judgement {
  readonly verdict: VerdictClass
  /** What is wrong, in a few words; empty where nothing is. */
  readonly why: string
  /** The benchmark's own score; null where the dataset has none. */
  readonly exactMatch: boolean | null
}

/** One problem of a dataset and what its answers are held against. */
export interface Sample {
  readonly id: string
  /** `natural-plan`, `wild`, `generated`. */
  readonly dataset: string
  /** `calendar`, `trip`, `meeting` or `not-a-problem`. */
  readonly task: string
  /** How complex it is, for the report: "3 people, 1 day". */
  readonly level: string
  readonly text: string
  /** What it was read from: a file of this one problem, or a composed problem and its facts. JSON. */
  readonly source?: unknown
  /** What the dataset itself states, where it does. */
  readonly problem?: Constraints
  judge(run: EvaluatedRun): Judgement
}

/** Right answers: a valid (and best) plan, or rightly none. */
export function isCorrect(verdict: VerdictClass): boolean {
  return verdict === 'ok' || verdict === 'unsatisfiable-ok' || verdict === 'refused'
}

/** The plan satisfies the dataset's own constraints. */
export function isValid(verdict: VerdictClass): boolean {
  return verdict === 'ok' || verdict === 'suboptimal'
}

/** An answer was given, and it is false. */
export function isWrong(verdict: VerdictClass): boolean {
  return !isCorrect(verdict) && verdict !== 'failed'
}

/** Some sets hold texts to be refused; they stand by themselves, as being right about them is another thing. */
export function posesProblem({ task }: Pick<Sample, 'task'>): boolean {
  return task !== 'not-a-problem'
}
