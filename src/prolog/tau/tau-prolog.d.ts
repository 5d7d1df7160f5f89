/** The part of tau-prolog 0.3.4 (JavaScript, no types of its own) that the adapter touches. */

export interface TauVariable {
  readonly id: string
  readonly ground: false
  readonly index?: undefined
  apply(substitution: TauSubstitution): TauObject
}

export interface TauNumber {
  readonly value: number
  readonly is_float: boolean
  readonly ground: true
  readonly index: number
}

export interface TauTerm {
  readonly id: string
  readonly args: TauObject[]
  readonly indicator: string
  readonly ground: boolean
  /** Names the term through renaming and substitution; goals that stem from our clauses have negative ones. */
  readonly ref: number
  readonly index: string
  /** Ours: where a cut cuts to. */
  barrier?: TauState
  apply(substitution: TauSubstitution): TauTerm
  select(): TauObject
  replace(goal: TauObject | null): TauTerm | null
  search(goal: TauTerm): boolean
}

export type TauObject = TauVariable | TauNumber | TauTerm

export interface TauSubstitution {
  readonly links: Record<string, TauObject>
  readonly attrs: Record<string, unknown>
  lookup(id: string): TauObject | null
  apply(substitution: TauSubstitution): TauSubstitution
}

export interface TauState {
  readonly goal: TauTerm | null
  readonly substitution: TauSubstitution
  parent: TauState | null
  /** Ours: how many choice points there were below it when it was taken up, and by whom. */
  height?: number
  owner?: TauThread
}

export interface RenamedClause {
  readonly head: TauTerm
  readonly body: TauTerm | null
}

export interface TauRule {
  readonly head: TauTerm
  readonly body: TauTerm | null
  readonly dynamic: boolean
  /** Ours: its cuts are bound to the call when it is renamed. */
  isCompiled?: true
  rename(thread: TauThread): RenamedClause
}

export interface TauThread {
  readonly session: TauSession
  points: TauState[]
  current_point?: TauState
  __call_indicator: string
  /** Queries that wait for their answer; `again` serves them. */
  __calls: {
    success(answer: TauSubstitution): void
    error(error: TauTerm): void
    fail(failed: false): void
  }[]
  add_goal(goal: TauTerm): void
  answer(callbacks: TauThread['__calls'][number]): void
  head_point(): TauState | undefined
  /** One resolution step; true where it goes on in a callback. */
  step(): boolean | undefined
  prepend(states: readonly TauState[]): void
  expand_meta_predicate(goal: TauTerm, definitionModule: string, contextModule: string): void
  throw_error(error: TauTerm): void
  success(point: TauState): void
  format_success(state: TauState): TauSubstitution
  format_error(state: TauState): TauTerm
}

export type TauPredicate = (thread: TauThread, point: TauState, atom: TauTerm) => boolean | undefined

export interface TauModule {
  readonly id: string
  readonly indexed_clauses: Record<string, Record<string | number, TauRule[]>>
  readonly non_indexable_clauses: Record<string, TauRule[]>
  readonly rules: Record<string, TauRule[] | TauPredicate>
  readonly public_predicates: Record<string, boolean>
  readonly modules: Record<string, TauModule>
  readonly exports: 'all' | readonly string[]
  update_indices_predicate(indicator: string): void
  add_index_predicate(clause: TauRule): void
}

export interface TauSession {
  rename: number
  /** Ours: the goal of the program that was called last, and the predicate whose clause a goal stands in. */
  lastGoal?: TauTerm
  /** Ours: what each findall/3 has found so far. */
  collected?: Map<number, TauObject[]>
  predicateOf?(goal: TauTerm): string | undefined
  renamed_variables: Record<string, string>
  readonly thread: TauThread
  readonly modules: Record<string, TauModule>
  readonly streams: Record<string, { stream: unknown }>
  file_system: unknown
}

export interface TauProlog {
  readonly modules: { readonly system: TauModule; readonly lists: TauModule }
  readonly directive: Record<string, unknown>
  readonly type: {
    readonly Var: new (id: string) => TauVariable
    readonly Num: new (value: number, isFloat?: boolean) => TauNumber
    readonly Term: { new (id: string, args?: TauObject[], ref?: number): TauTerm; readonly prototype: TauTerm }
    readonly Rule: new (head: TauTerm, body: TauTerm | null, dynamic?: boolean) => TauRule
    readonly Substitution: {
      new (links?: Record<string, TauObject>, attrs?: Record<string, unknown>): TauSubstitution
      readonly prototype: TauSubstitution
    }
    readonly State: new (goal: TauTerm | null, substitution: TauSubstitution, parent: TauState | null) => TauState
    readonly Thread: { readonly prototype: TauThread & { again: (this: TauThread, resetLimit?: boolean) => void } }
    is_error(value: unknown): boolean
    is_error_state(state: TauState): boolean
  }
  readonly error: {
    instantiation(indicator: string): TauTerm
    type(expected: string, culprit: TauObject, indicator: string): TauTerm
    domain(expected: string, culprit: TauObject, indicator: string): TauTerm
    existence(type: string, culprit: string, indicator: string): TauTerm
  }
  unify(left: TauObject, right: TauObject, occursCheck?: boolean): TauSubstitution | null
  create(): TauSession
}
