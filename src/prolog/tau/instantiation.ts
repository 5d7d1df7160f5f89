import type { CompoundNode, Node } from './clause-node.ts'
import type { GoalTable } from './goal-table.ts'
import type { TauObject, TauProlog, TauState, TauTerm, TauVariable } from './tau-prolog.d.ts'

export interface InstantiationContext {
  readonly tau: TauProlog
  readonly goals: GoalTable | undefined
  /** A variable that nobody else has. */
  fresh(): TauVariable
  /** The call that the clause answers: where its cut cuts to. Absent where a clause is only looked at. */
  readonly barrier: TauState | undefined
}

/** One use of a clause: its nodes become terms, with variables of their own. */
export class Instantiation {
  private readonly slots: (TauObject | undefined)[]
  private readonly context: InstantiationContext

  constructor(context: InstantiationContext, slots: readonly (TauObject | undefined)[]) {
    this.context = context
    this.slots = [...slots]
  }

  /**
   * What is left to unify with `actual`: `actual` itself where node and term match already, undefined where they can't.
   */
  match(node: Node, actual: TauObject): TauObject | undefined {
    if (node.kind === 'void') return actual
    if (node.kind === 'slot') {
      const bound = this.slots[node.slot]
      if (bound === undefined) this.slots[node.slot] = actual
      return bound ?? actual
    }
    if ('indicator' in actual) {
      if (node.kind === 'compound')
        return node.indicator === actual.indicator ? this.matchArgs(node, actual) : undefined
      if (node.kind !== 'ground' || !('indicator' in node.term)) return undefined
      if (node.term.indicator !== actual.indicator) return undefined
      return actual.args.length === 0 ? actual : node.term
    }
    if ('value' in actual) {
      if (node.kind !== 'ground' || !('value' in node.term)) return undefined
      const { value, is_float } = node.term
      return value === actual.value && is_float === actual.is_float ? actual : undefined
    }
    return this.build(node)
  }

  private matchArgs(node: CompoundNode, actual: TauTerm): TauObject | undefined {
    let same = true
    const args: TauObject[] = []
    for (const [position, argument] of actual.args.entries()) {
      const rest = this.match(node.args[position] as Node, argument)
      if (rest === undefined) return undefined
      if (rest !== argument) same = false
      args.push(rest)
    }
    return same ? actual : new this.context.tau.type.Term(node.id, args)
  }

  build(node: Node): TauObject {
    switch (node.kind) {
      case 'ground':
        return node.term
      case 'void':
        return this.context.fresh()
      case 'slot': {
        const bound = this.slots[node.slot]
        if (bound !== undefined) return bound
        const variable = this.context.fresh()
        this.slots[node.slot] = variable
        return variable
      }
      case 'cut': {
        const cut = new this.context.tau.type.Term('!')
        if (this.context.barrier !== undefined) cut.barrier = this.context.barrier
        return cut
      }
      case 'compound': {
        const args: TauObject[] = []
        for (const argument of node.args) args.push(this.build(argument))
        const { goals, tau } = this.context
        if (node.goal < 0 || goals === undefined) return new tau.type.Term(node.id, args)
        return new tau.type.Term(node.id, args, goals.reference(node.goal))
      }
    }
  }
}
