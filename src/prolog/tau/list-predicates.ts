import type { SyntaxTerm } from '../syntax-term.ts'
import { TauCompiler } from './compile-clause.ts'
import type { TauObject, TauPredicate, TauProlog, TauRule } from './tau-prolog.d.ts'

/** Compiles the clauses of `library(lists)` as a program's are, and answers length/2 in a single step. */
export function replaceListPredicates(tau: TauProlog): void {
  const { lists } = tau.modules
  const compiler = new TauCompiler(tau)
  const moduleOf = (indicator: string) => (lists.rules[indicator] === undefined ? undefined : 'lists')
  for (const [predicate, clauses] of Object.entries(lists.rules)) {
    if (!Array.isArray(clauses)) continue
    lists.rules[predicate] = clauses.map(({ head, body }): TauRule => {
      const owner = { clause: -1, predicate, moduleOf }
      return compiler.clause(toSyntax(head), body === null ? undefined : toSyntax(body), owner)
    })
    lists.update_indices_predicate(predicate)
  }
  lists.rules['length/2'] = lengthPredicate(tau)
}

function toSyntax(object: TauObject): SyntaxTerm {
  const nowhere = { start: 0, end: 0 }
  if ('value' in object) return { type: 'number', value: object.value, float: object.is_float, ...nowhere }
  if (!('indicator' in object)) return { type: 'variable', name: object.id, ...nowhere }
  if (object.args.length === 0) return { type: 'atom', name: object.id, quoted: true, ...nowhere }
  return { type: 'compound', functor: object.id, args: object.args.map(toSyntax), ...nowhere }
}

function lengthPredicate(tau: TauProlog): TauPredicate {
  const { Num, State, Term, Var } = tau.type
  const equals = (left: TauObject, right: TauObject) => new Term('=', [left, right])
  return (thread, point, atom) => {
    const [list, length] = atom.args as [TauObject, TauObject]
    const becomes = (goals: readonly TauObject[]) => {
      thread.prepend(goals.map((goal) => new State(point.goal?.replace(goal) ?? null, point.substitution, null)))
    }
    let count = 0
    let tail = list
    for (; 'indicator' in tail && tail.indicator === './2'; tail = tail.args[1] as TauObject) count++
    const wanted = 'value' in length && !length.is_float ? length.value : undefined
    if (wanted === undefined && ('value' in length || 'indicator' in length)) {
      thread.throw_error(tau.error.type('integer', length, atom.indicator))
    } else if (wanted !== undefined && wanted < 0) {
      thread.throw_error(tau.error.domain('not_less_than_zero', length, atom.indicator))
    } else if ('indicator' in tail) {
      if (tail.indicator === '[]/0') becomes([equals(length, new Num(count, false))])
    } else if (!('value' in tail)) {
      const fresh = () => new Var(`_${++thread.session.rename}`)
      if (wanted === undefined) {
        const done = new Term(',', [equals(tail, new Term('[]')), equals(length, new Num(count, false))])
        const longer = new Term('.', [fresh(), fresh()])
        becomes([done, new Term(',', [equals(tail, longer), new Term('length', [list, length])])])
      } else if (wanted >= count) {
        let rest = new Term('[]')
        for (let more = wanted - count; more > 0; more--) rest = new Term('.', [fresh(), rest])
        becomes([equals(tail, rest)])
      }
    }
    return undefined
  }
}
