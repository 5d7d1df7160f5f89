import type { Substitution, Term } from '../planning/term.ts'
import type { PrologDiagnostic, SourceRange } from './prolog-diagnostic.ts'

/** How much a query may use before the engine gives up on it. */
export interface SolveLimits {
  /** Resolution steps. */
  readonly inferences: number
  /** Wall time of reading and solving together, in milliseconds; waiting for a free worker is not counted. */
  readonly timeMs: number
  /** JavaScript heap of the worker that solves, in megabytes. */
  readonly memoryMb: number
  /** How many answers are wanted: the query stops there, which is no failure. */
  readonly answers: number
}

export const defaultSolveLimits: SolveLimits = { inferences: 5_000_000, timeMs: 10_000, memoryMb: 512, answers: 1 }

export interface SolveRequest {
  /** Clauses and the directives `dynamic`, `discontiguous` and `use_module(library(lists))`. */
  readonly program: string
  /** A goal, with or without its final full stop. */
  readonly goal: string
  /** What is left out is taken from `defaultSolveLimits`. */
  readonly limits?: Partial<SolveLimits>
  /**
   * Programs that we ship. They get `memo_min/2` besides; everything else is checked as in any program.
   * `memo_min(Key, Value)` succeeds where `Value` (a number) is smaller than every value seen for the ground `Key` in
   * this query, and keeps it; backtracking does not forget it.
   */
  readonly trusted?: boolean
}

/** What a query cost; on a worker that had to be killed, what it last reported. */
export interface SolveCost {
  readonly inferences: number
  /** Reading, checking and loading the program, in milliseconds. */
  readonly consultMs: number
  readonly solveMs: number
}

/** The clause in which an exception was thrown. */
export interface ClausePosition {
  /** The clause's number in the program, from 0, directives included. */
  readonly clause: number
  /** Name and arity of the predicate it belongs to: `busy/4`. */
  readonly predicate: string
  /** The goal that threw. */
  readonly range: SourceRange
}

export type SolveOutcome =
  | {
      readonly status: 'answers'
      /** At least one; variables that stay unbound are bound to themselves. */
      readonly answers: readonly Substitution[]
      /** True where there are no further answers; false where the query stopped at the answers it was asked for. */
      readonly complete: boolean
      /** What the program wrote, cut off at 64 kB. */
      readonly output: string
      readonly cost: SolveCost
    }
  /** Finitely failed: there is no answer. */
  | { readonly status: 'no-answer'; readonly output: string; readonly cost: SolveCost }
  | {
      readonly status: 'exception'
      /** One sentence a user can read. */
      readonly message: string
      /** The ball that was thrown: `error(existence_error(procedure, '/'(bar, 1)), '/'(foo, 1))`. */
      readonly term: Term
      /** Absent where the goal itself threw. */
      readonly position?: ClausePosition
      readonly answers: readonly Substitution[]
      readonly output: string
      readonly cost: SolveCost
    }
  | {
      readonly status: 'limit-exceeded'
      /** `memory` stands for a term too deep for the engine's stack, too. */
      readonly limit: 'inferences' | 'time' | 'memory'
      readonly message: string
      /** Those found before. */
      readonly answers: readonly Substitution[]
      readonly output: string
      readonly cost: SolveCost
    }
  | { readonly status: 'syntax-error'; readonly diagnostics: readonly PrologDiagnostic[] }
  /** The program or the goal asks for what a sandboxed program may not have. */
  | { readonly status: 'refused'; readonly diagnostics: readonly PrologDiagnostic[] }
  | { readonly status: 'cancelled' }
  /** The engine was disposed, or its worker died of something that is not the program's fault. */
  | { readonly status: 'engine-stopped'; readonly message: string }

export type ConsultOutcome =
  | { readonly status: 'consulted'; readonly clauses: number; readonly predicates: readonly string[] }
  | { readonly status: 'syntax-error'; readonly diagnostics: readonly PrologDiagnostic[] }
  | { readonly status: 'refused'; readonly diagnostics: readonly PrologDiagnostic[] }

/** Solves Prolog programs that nobody has vouched for: a query ends within its limits, whatever the program does. */
export interface PrologEngine {
  /** For people and logs: `tau-prolog 0.3.4`. */
  readonly name: string
  /** Reads and checks a program without running anything: what is wrong with it, and where. */
  consult(program: string, options?: { readonly trusted?: boolean }): ConsultOutcome
  /** Consults the program and asks the goal. Each call starts from nothing. Expected outcomes never reject. */
  solve(request: SolveRequest, signal?: AbortSignal): Promise<SolveOutcome>
  /** Queries in flight end as `engine-stopped`. */
  dispose(): Promise<void>
}
