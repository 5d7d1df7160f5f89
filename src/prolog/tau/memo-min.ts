import { printTerm } from '../printer.ts'
import type { TauModule, TauPredicate, TauProlog } from './tau-prolog.d.ts'
import { readTauTerm } from './tau-term.ts'

/**
 * `memo_min(Key, Value)`: succeeds where the number `Value` is smaller than every value that this query has offered for
 * the ground `Key` before, and remembers it, whatever is undone by backtracking. It prunes a search by dominance. The same
 * in SWI-Prolog, for checking rules there:
 *
 *     :- dynamic memo/2.
 *     memo_min(K, V) :- ( memo(K, V0) -> V < V0, retractall(memo(K, _)) ; true ), assertz(memo(K, V)).
 */
export function addMemoMin(tau: TauProlog, user: TauModule): void {
  const smallest = new Map<string | number, number>()
  const memoMin: TauPredicate = (thread, point, atom) => {
    const [key, value] = atom.args
    if (key === undefined || value === undefined) return undefined
    if (!key.ground) {
      thread.throw_error(tau.error.instantiation(atom.indicator))
    } else if (!('value' in value)) {
      thread.throw_error(
        'indicator' in value
          ? tau.error.type('number', value, atom.indicator)
          : tau.error.instantiation(atom.indicator),
      )
    } else {
      const name = 'value' in key ? key.value : printTerm(readTauTerm(key, new Map()))
      if (value.value >= (smallest.get(name) ?? Number.POSITIVE_INFINITY)) return undefined
      smallest.set(name, value.value)
      thread.success(point)
    }
    return undefined
  }
  user.rules['memo_min/2'] = memoMin
  user.public_predicates['memo_min/2'] = false
}
