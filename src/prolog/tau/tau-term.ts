import type { Term } from '../../planning/term.ts'
import { listTerm } from '../syntax-term.ts'
import type { TauObject, TauTerm } from './tau-prolog.d.ts'

/**
 * tau-prolog's term as plain data. `names` gives the query's variables their own names back; others are called `_1`,
 * `_2` in the order they are met. Throws a `RangeError` for a term too deep for the stack.
 */
export function readTauTerm(object: TauObject, names: Map<string, string>): Term {
  if ('value' in object) return { type: 'number', value: object.value }
  if (!('indicator' in object)) {
    const name = names.get(object.id) ?? `_${names.size + 1}`
    names.set(object.id, name)
    return { type: 'variable', name }
  }
  if (object.indicator === './2' || object.indicator === '[]/0') return readList(object, names)
  if (object.args.length === 0) return { type: 'atom', name: object.id }
  return { type: 'compound', functor: object.id, args: object.args.map((argument) => readTauTerm(argument, names)) }
}

function readList(list: TauTerm, names: Map<string, string>): Term {
  const items: Term[] = []
  let pointer: TauObject = list
  while ('indicator' in pointer && pointer.indicator === './2') {
    const [head, tail]: TauObject[] = pointer.args
    items.push(readTauTerm(head as TauObject, names))
    pointer = tail as TauObject
  }
  const proper = 'indicator' in pointer && pointer.indicator === '[]/0'
  return listTerm(items, proper ? undefined : readTauTerm(pointer, names))
}
