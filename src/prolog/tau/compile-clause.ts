import type { SyntaxTerm } from '../syntax-term.ts'
import { type ClauseOwner, type Node, NodeBuilder } from './clause-node.ts'
import { type GoalTable, unqualified } from './goal-table.ts'
import { Instantiation } from './instantiation.ts'
import type { RenamedClause, TauObject, TauProlog, TauRule, TauTerm, TauThread, TauVariable } from './tau-prolog.d.ts'

/** A goal of a query with its variables, in the order of their first occurrence. */
export interface CompiledGoal {
  readonly term: TauTerm
  readonly names: readonly string[]
  readonly variables: readonly TauVariable[]
}

/** Builds tau-prolog's terms from ours, so that nothing but what we have read and checked is ever run. */
export class TauCompiler {
  private readonly tau: TauProlog
  /** Matches nothing: what a clause becomes for a goal that it can't match. */
  private readonly nothing: RenamedClause

  constructor(tau: TauProlog) {
    this.tau = tau
    this.nothing = { head: new tau.type.Term('$nothing'), body: null }
  }

  goal(syntax: SyntaxTerm, goals: GoalTable): CompiledGoal {
    const builder = new NodeBuilder(this.tau, { clause: -1, predicate: '', goals })
    const node = builder.goal(syntax, false)
    const names = [...builder.slots.keys()]
    // No names of the program's: they could be those of fresh variables, or of JavaScript's own properties.
    const variables = names.map((_, slot) => new this.tau.type.Var(`Q${slot}`))
    const instantiation = this.instantiation('A', variables, goals)
    return { term: this.callable(instantiation.build(node)), names, variables }
  }

  clause(head: SyntaxTerm, body: SyntaxTerm | undefined, owner: ClauseOwner): TauRule {
    const builder = new NodeBuilder(this.tau, owner)
    const headNode = builder.data(head)
    const bodyNode = body && builder.goal(body, true)
    const { size } = builder.slots
    const plain = this.instantiation('V', new Array(size).fill(undefined), owner.goals)
    const plainBody = bodyNode === undefined ? null : this.callable(plain.build(bodyNode))
    const rule = new this.tau.type.Rule(this.callable(plain.build(headNode)), plainBody)
    const unbound: undefined[] = new Array(size).fill(undefined)
    rule.isCompiled = true
    rule.rename = (thread) => this.rename(thread, { owner, head: headNode, body: bodyNode, unbound })
    return rule
  }

  /**
   * tau-prolog renames every clause of a predicate, head and body, and then tries to unify its head. Here the arguments
   * of the waiting goal are matched on the way: a clause that can't match costs next to nothing, and a body is built only
   * when it is wanted, from the goal's own arguments.
   */
  private rename(
    thread: TauThread,
    clause: { owner: ClauseOwner; head: Node; body: Node | undefined; unbound: readonly undefined[] },
  ): RenamedClause {
    const { owner, head, body, unbound } = clause
    const point = thread.current_point
    const selected = point?.goal ? unqualified(point.goal.select()) : undefined
    const answers = selected !== undefined && selected.indicator === owner.predicate
    const { tau } = this
    const fresh = () => new tau.type.Var(`_${++thread.session.rename}`)
    const barrier = answers ? point : undefined
    const instantiation = new Instantiation({ tau, goals: owner.goals, fresh, barrier }, unbound)
    const build = () => (body === undefined ? null : this.callable(instantiation.build(body)))
    // Renamed by clause/2 or retract/1, which write into the object.
    if (!answers) return { head: this.callable(instantiation.build(head)), body: build() }
    const matched = instantiation.match(head, selected)
    if (matched === undefined) return this.nothing
    return {
      head: this.callable(matched),
      get body() {
        return build()
      },
    }
  }

  private instantiation(prefix: string, slots: readonly (TauObject | undefined)[], goals: GoalTable | undefined) {
    let count = 0
    const fresh = () => new this.tau.type.Var(`${prefix}${count++}`)
    return new Instantiation({ tau: this.tau, goals, fresh, barrier: undefined }, slots)
  }

  /** tau-prolog wants a term where a goal stands; a number there is reported by call/1. */
  private callable(term: TauObject): TauTerm {
    return 'indicator' in term ? term : new this.tau.type.Term('call', [term])
  }
}
