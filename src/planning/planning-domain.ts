import type { RandomSource } from '../base/random.ts'
import type { AgendaEntry } from './agenda.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Fact } from './fact.ts'
import type { FactSchema } from './fact-schema.ts'
import type { Plan } from './plan.ts'
import type { PlanReading } from './plan-reading.ts'
import type { Substitution } from './term.ts'
import type { Verdict } from './verdict.ts'

/** `benchmark`: NATURAL PLAN's answer format, to the letter; `plain`: sentences for people. */
export type PlanStyle = 'benchmark' | 'plain'

/** 0 is the smallest problem of a domain, 1 the largest that people pose. */
export type Difficulty = number

/** A planning domain: everything that is particular to calendars, to trips, to meetings. */
export interface PlanningDomain {
  readonly id: string
  /** For people: "Calendar". */
  readonly title: string
  readonly factSchema: FactSchema
  /** The Prolog program that solves any problem of the domain, given its solver facts. */
  readonly rules: string
  /** The goal to ask, one answer wanted: `schedule(Day, Start, End)`. */
  readonly query: string
  /**
   * The facts as the rules want them: defaults filled in, absent arguments resolved, rules of travel expanded. The
   * printed program shows stated facts and these.
   */
  solverFacts(facts: readonly Fact[]): Fact[]
  /** Necessities that are missing, contradictions, names nobody introduced: what makes a repair worth trying. */
  lint(facts: readonly Fact[]): Diagnostic[]
  readPlan(answer: Substitution): Plan
  /** Judges a plan against the stated facts; written in TypeScript, shares no code with the rules or `solverFacts`. */
  validate(facts: readonly Fact[], plan: Plan): Verdict
  describe(plan: Plan, facts: readonly Fact[], style: PlanStyle): string
  /**
   * The plan as data for reports and evaluation: calendar `{day, start, end}` in minutes, trip `[{city, from, to}]` in
   * days, meeting `[{person, start, end}]` in minutes.
   */
  exportPlan(plan: Plan): unknown
  /**
   * Reads what `exportPlan` gives, also as a person has changed it. What the form leaves out (ways and waits) comes from the
   * facts; whether the plan is any good is for `validate` to say.
   */
  importPlan(written: unknown, facts: readonly Fact[]): PlanReading
  /** The plan for a diary; nothing for a plan of another domain. */
  agenda(plan: Plan, facts: readonly Fact[]): AgendaEntry[]
  /**
   * Predicates whose facts offer something (a day, a flight, a person to meet) or shape the problem: leaving one out
   * makes a problem harder, not easier, so a conflict is looked for among the other facts while these hold.
   */
  readonly background: readonly string[]
  /** Indices of the facts that speak of what the plan does: its day, a city it visits, a flight it takes, a person it meets. */
  concerns(plan: Plan, facts: readonly Fact[]): ReadonlySet<number>
  /** One stated fact in plain words: "Ana is busy on Monday from 9:00 to 10:00". */
  readFact(fact: Fact): string
  /** A random problem; not always solvable. */
  generate(random: RandomSource, difficulty: Difficulty): Fact[]
}
