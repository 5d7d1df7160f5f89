import { hasLooseCut } from './cut.ts'
import type { TauObject, TauPredicate, TauProlog, TauTerm, TauThread, TauVariable } from './tau-prolog.d.ts'

/**
 * findall/3 and findall/4 without copying the goal: the goal keeps its place in the program, and an answer costs two
 * steps. `$collect` and `$found` are named by nobody else.
 */
export function replaceCollectPredicates(tau: TauProlog): void {
  const { rules } = tau.modules.system
  const { Num, State, Term } = tau.type
  const conjunction = (first: TauObject, second: TauObject) => new Term(',', [first, second])

  const findall: TauPredicate = (thread, point, atom) => {
    const [template, goal, instances, tail = new Term('[]')] = atom.args as [
      TauObject,
      TauObject,
      TauObject,
      TauObject?,
    ]
    const wrong =
      errorIn(tau, goal, instances) ?? (isListLike(tail) ? undefined : tau.error.type('list', tail, atom.indicator))
    if (wrong !== undefined) {
      thread.throw_error(wrong)
      return undefined
    }
    const place = new Num(++thread.session.rename, false)
    thread.session.collected ??= new Map()
    thread.session.collected.set(place.value, [])
    const called =
      (goal as TauTerm).indicator === ':/2' || hasLooseCut(goal as TauTerm) ? new Term('call', [goal]) : goal
    const every = conjunction(called, conjunction(new Term('$collect', [place, template]), new Term('fail')))
    const after = new Term('$found', [place, instances, tail])
    const waiting = point.goal as TauTerm
    thread.prepend([every, after].map((next) => new State(waiting.replace(next), point.substitution, null)))
    return undefined
  }
  rules['findall/3'] = findall
  rules['findall/4'] = findall

  rules['$collect/2'] = (thread, point, atom) => {
    const [place, template] = atom.args as [TauObject, TauObject]
    const found = 'value' in place ? thread.session.collected?.get(place.value) : undefined
    found?.push(copyOf(tau, thread, template))
    thread.success(point)
    return undefined
  }

  rules['$found/3'] = (thread, point, atom) => {
    const [place, instances, tail] = atom.args as [TauObject, TauObject, TauObject]
    const found = 'value' in place ? thread.session.collected?.get(place.value) : undefined
    const list = (found ?? []).reduceRight((rest, item) => new Term('.', [item, rest]), tail)
    if ('value' in place) thread.session.collected?.delete(place.value)
    const goal = (point.goal as TauTerm).replace(new Term('=', [list, instances]))
    thread.prepend([new State(goal, point.substitution, null)])
    return undefined
  }
}

function errorIn(tau: TauProlog, goal: TauObject, instances: TauObject): TauTerm | undefined {
  if (!('indicator' in goal)) {
    return 'value' in goal ? tau.error.type('callable', goal, 'findall/3') : tau.error.instantiation('findall/3')
  }
  return isListLike(instances) ? undefined : tau.error.type('list', instances, 'findall/3')
}

/** A list, or something that may become one. */
function isListLike(object: TauObject): boolean {
  let pointer: TauObject = object
  while ('indicator' in pointer && pointer.indicator === './2') pointer = pointer.args[1] as TauObject
  return 'indicator' in pointer ? pointer.indicator === '[]/0' : !('value' in pointer)
}

/** The term with variables of its own. */
function copyOf(tau: TauProlog, thread: TauThread, object: TauObject): TauObject {
  const variables = new Map<string, TauVariable>()
  const copy = (part: TauObject): TauObject => {
    if ('value' in part) return part
    if ('indicator' in part) return part.ground ? part : new tau.type.Term(part.id, part.args.map(copy))
    const known = variables.get(part.id) ?? new tau.type.Var(`_${++thread.session.rename}`)
    variables.set(part.id, known)
    return known
  }
  return copy(object)
}
