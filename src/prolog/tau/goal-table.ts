import type { TauObject, TauTerm } from './tau-prolog.d.ts'

/** Where a goal of a program stands. */
export interface GoalEntry {
  readonly clause: number
  readonly predicate: string
  readonly start: number
  readonly end: number
}

/** Goals of one program, at most: 20 bits of a reference. */
const maxGoals = 2 ** 20

/**
 * tau-prolog keeps no positions, but a goal keeps its reference number through renaming and substitution. Ours are
 * negative, unique for every call, and their low bits name the goal in the program.
 */
export class GoalTable {
  private readonly entries: GoalEntry[] = []
  private calls = 1

  /** The goal's number, to be given to `reference`. */
  add(entry: GoalEntry): number {
    if (this.entries.length >= maxGoals) return 0
    return this.entries.push(entry) - 1
  }

  /** A reference for one call of a goal. */
  reference(goal: number): number {
    return -(this.calls++ * maxGoals + goal)
  }

  /** The goal of the program that a call stems from; undefined for calls that built-in predicates put together. */
  find(goal: TauTerm): GoalEntry | undefined {
    return isProgramGoal(goal) ? this.entries[-goal.ref % maxGoals] : undefined
  }
}

/** Whether a goal stands in the program, and is not one that a built-in predicate has put together. */
export function isProgramGoal(goal: TauTerm): boolean {
  return goal.ref <= -maxGoals
}

/** The goal itself where tau-prolog has put a module's name before it; undefined for what is no callable term. */
export function unqualified(goal: TauObject): TauTerm | undefined {
  if (!('indicator' in goal)) return undefined
  if (goal.indicator !== ':/2') return goal
  const inner = goal.args[1]
  return inner !== undefined && 'indicator' in inner ? inner : undefined
}
