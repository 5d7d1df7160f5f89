import { bindCuts, callVariables, cutTo, hasLooseCut } from './cut.ts'
import type { TauObject, TauPredicate, TauProlog, TauState, TauTerm, TauThread } from './tau-prolog.d.ts'

/**
 * Control constructs with cuts that know how far they cut. tau-prolog's own look through all choice points and all their
 * ancestors at every cut, which makes a long search quadratic. The rest of what they do is left to the originals.
 */
export function replaceControlPredicates(tau: TauProlog): void {
  const { rules } = tau.modules.system
  const { State, Term } = tau.type
  const original = (indicator: string): TauPredicate => {
    const predicate = rules[indicator]
    if (typeof predicate !== 'function') throw new Error(`tau-prolog has no built-in ${indicator}`)
    return predicate
  }
  const conjunction = (first: TauObject, second: TauObject) => new Term(',', [first, second])
  const becomes = (thread: TauThread, point: TauState, goals: readonly (TauObject | null)[]) => {
    const waiting = point.goal as TauTerm
    thread.prepend(goals.map((goal) => new State(waiting.replace(goal), point.substitution, null)))
    return undefined
  }
  /** The goal so that a cut in it stays in it; call/1 sorts out what is no callable term. */
  const opaque = (goal: TauObject) => {
    return 'indicator' in goal && goal.indicator !== ':/2' && !hasLooseCut(goal) ? goal : new Term('call', [goal])
  }

  rules['!/0'] = (thread, point, atom) => {
    const { barrier } = atom
    // A cut of the query itself has no barrier: it leaves nothing.
    thread.points.length = barrier?.owner === thread ? Math.min(thread.points.length, barrier.height ?? 0) : 0
    return becomes(thread, point, [null])
  }

  const call: TauPredicate = (thread, point, atom) => {
    const [closure, ...extra] = atom.args as [TauObject, ...TauObject[]]
    const isQualified = 'indicator' in closure && closure.indicator === ':/2'
    const [module, goal] = isQualified ? (closure.args as [TauObject, TauObject]) : [undefined, closure]
    if ('value' in goal) thread.throw_error(tau.error.type('callable', goal, atom.indicator))
    else if (!('indicator' in goal)) thread.throw_error(tau.error.instantiation(atom.indicator))
    else {
      const extended = extra.length === 0 ? goal : new Term(goal.id, [...goal.args, ...extra])
      const body = bindCuts(tau, callVariables(tau, extended), point)
      return becomes(thread, point, [module === undefined ? body : new Term(':', [module, body])])
    }
    return undefined
  }
  for (let arity = 1; arity <= 8; arity++) rules[`call/${arity}`] = call

  const disjunction = original(';/2')
  rules[';/2'] = (thread, point, atom) => {
    const [left, otherwise] = atom.args
    if (left === undefined || otherwise === undefined || !('indicator' in left) || left.indicator !== '->/2') {
      return disjunction(thread, point, atom)
    }
    const [condition, then] = left.args as [TauObject, TauObject]
    return becomes(thread, point, [conjunction(opaque(condition), conjunction(cutTo(tau, point), then)), otherwise])
  }

  rules['->/2'] = (thread, point, atom) => {
    const [condition, then] = atom.args as [TauObject, TauObject]
    return becomes(thread, point, [conjunction(opaque(condition), conjunction(cutTo(tau, point), then))])
  }

  rules['once/1'] = (thread, point, atom) => {
    const [goal] = atom.args as [TauObject]
    return becomes(thread, point, [conjunction(opaque(goal), cutTo(tau, point))])
  }

  const negation = original('\\+/1')
  rules['\\+/1'] = (thread, point, atom) => {
    const [goal] = atom.args as [TauObject]
    if (!('indicator' in goal)) return negation(thread, point, atom)
    return becomes(thread, point, [conjunction(opaque(goal), conjunction(cutTo(tau, point), new Term('fail'))), null])
  }

  const caught = original('catch/3')
  rules['catch/3'] = (thread, point, atom) => {
    const [goal, catcher, recovery] = atom.args as [TauObject, TauObject, TauObject]
    return caught(thread, point, new Term('catch', [opaque(goal), catcher, recovery], atom.ref))
  }
}
