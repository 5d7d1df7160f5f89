import { goalArguments } from '../goal-arguments.ts'
import { indicatorOf, type SyntaxTerm } from '../syntax-term.ts'
import type { GoalTable } from './goal-table.ts'
import type { TauObject, TauProlog } from './tau-prolog.d.ts'

export interface CompoundNode {
  readonly kind: 'compound'
  readonly id: string
  readonly indicator: string
  readonly args: readonly Node[]
  /** The goal's number in the goal table; -1 for data and for goals of a library. */
  readonly goal: number
}

/** A term of a clause, ready to be instantiated with fresh variables. */
export type Node =
  | { readonly kind: 'ground'; readonly term: TauObject }
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'void' }
  /** A cut that belongs to the clause itself. */
  | { readonly kind: 'cut' }
  | CompoundNode

export interface ClauseOwner {
  readonly clause: number
  readonly predicate: string
  /** Gives goals their numbers; absent for a library's clauses, which have no place in the program. */
  readonly goals?: GoalTable
  /** Names the module of a goal that would not be found from the program. */
  readonly moduleOf?: (indicator: string) => string | undefined
}

/** Turns the terms of one clause into nodes; the variables get slots in the order of their first occurrence. */
export class NodeBuilder {
  readonly slots = new Map<string, number>()
  private readonly tau: TauProlog
  private readonly owner: ClauseOwner

  constructor(tau: TauProlog, owner: ClauseOwner) {
    this.tau = tau
    this.owner = owner
  }

  data(syntax: SyntaxTerm): Node {
    const { Num, Term } = this.tau.type
    switch (syntax.type) {
      case 'atom':
        return { kind: 'ground', term: new Term(syntax.name) }
      case 'number':
        return { kind: 'ground', term: new Num(syntax.value, syntax.float) }
      case 'variable': {
        if (syntax.name === '_') return { kind: 'void' }
        const slot = this.slots.get(syntax.name) ?? this.slots.size
        this.slots.set(syntax.name, slot)
        return { kind: 'slot', slot }
      }
      case 'compound': {
        const args = syntax.args.map((argument) => this.data(argument))
        return this.compound(syntax.functor, args)
      }
      case 'list': {
        const items = syntax.items.map((item) => this.data(item))
        const tail: Node = syntax.tail ? this.data(syntax.tail) : { kind: 'ground', term: new Term('[]') }
        return items.reduceRight((rest, item) => this.compound('.', [item, rest]), tail)
      }
    }
  }

  /**
   * A term in a goal's place. `cutsClause`: a cut here is the clause's own; elsewhere (in call/1, in a condition) it is
   * local, and left to tau-prolog.
   */
  goal(syntax: SyntaxTerm, cutsClause: boolean): Node {
    const indicator = indicatorOf(syntax)
    if (syntax.type === 'variable') return this.call(this.data(syntax), syntax)
    if (indicator === undefined) return this.data(syntax)
    if (indicator === '!/0' && cutsClause) return { kind: 'cut' }
    const args = syntax.type === 'compound' ? syntax.args : []
    const nodes = args.map((argument, position) => this.goalArgument(argument, { indicator, position, cutsClause }))
    const node: Node = { kind: 'compound', id: functorOf(indicator), indicator, args: nodes, goal: this.entry(syntax) }
    const module = this.owner.moduleOf?.(indicator)
    return module === undefined ? node : this.qualified(module, node)
  }

  private goalArgument(
    argument: SyntaxTerm,
    place: { readonly indicator: string; readonly position: number; readonly cutsClause: boolean },
  ): Node {
    const { indicator, position, cutsClause } = place
    const isGoal = goalArguments.get(indicator)?.some((goal) => goal.position === position && goal.extra === 0)
    if (!isGoal) return this.data(argument)
    const isCondition = (indicator === '->/2' || indicator === '*->/2') && position === 0
    if (isCondition)
      return hasCut(argument) ? this.call(this.goal(argument, false), argument) : this.goal(argument, false)
    const isControl = indicator === ',/2' || indicator === ';/2' || indicator === '->/2' || indicator === '*->/2'
    // Only in control constructs call/1 stands for a variable; elsewhere the built-in predicate reports it.
    if (argument.type === 'variable' && !isControl) return this.data(argument)
    return this.goal(argument, cutsClause && isControl)
  }

  private call(node: Node, syntax: SyntaxTerm): Node {
    return { kind: 'compound', id: 'call', indicator: 'call/1', args: [node], goal: this.entry(syntax) }
  }

  private qualified(module: string, node: Node): Node {
    const args: Node[] = [{ kind: 'ground', term: new this.tau.type.Term(module) }, node]
    return { kind: 'compound', id: ':', indicator: ':/2', args, goal: -1 }
  }

  private entry(syntax: SyntaxTerm): number {
    const { goals, clause, predicate } = this.owner
    return goals?.add({ clause, predicate, start: syntax.start, end: syntax.end }) ?? -1
  }

  private compound(id: string, args: readonly Node[]): Node {
    const terms = args.map((argument) => (argument.kind === 'ground' ? argument.term : undefined))
    if (terms.every((term) => term !== undefined)) {
      return { kind: 'ground', term: new this.tau.type.Term(id, [...terms]) }
    }
    return { kind: 'compound', id, args, indicator: `${id}/${args.length}`, goal: -1 }
  }
}

function functorOf(indicator: string): string {
  return indicator.slice(0, indicator.lastIndexOf('/'))
}

/** Whether a cut stands in a goal where it would cut more than the goal. */
function hasCut(goal: SyntaxTerm): boolean {
  if (goal.type === 'atom') return goal.name === '!'
  if (goal.type !== 'compound' || goal.args.length !== 2) return false
  return [',', ';', '->', '*->'].includes(goal.functor) && goal.args.some(hasCut)
}
