import type { TauObject, TauProlog, TauSubstitution, TauTerm } from './tau-prolog.d.ts'

/** What a unification binds: few variables, so that looking through a list beats hashing their names. */
export class Bindings implements TauSubstitution {
  readonly attrs = {}
  private readonly ids: string[] = []
  private readonly values: TauObject[] = []

  get isEmpty(): boolean {
    return this.ids.length === 0
  }

  get links(): Record<string, TauObject> {
    return Object.fromEntries(this.ids.map((id, index) => [id, this.values[index] as TauObject]))
  }

  lookup(id: string): TauObject | null {
    const index = this.ids.indexOf(id)
    return index === -1 ? null : (this.values[index] as TauObject)
  }

  bind(id: string, value: TauObject): void {
    this.ids.push(id)
    this.values.push(value)
  }

  /** Puts the bindings into their own values, to the end; false where a variable would hold itself. */
  close(): boolean {
    if (this.values.every((value) => 'ground' in value && value.ground)) return true
    const states = new Uint8Array(this.ids.length)
    return this.ids.every((_, index) => this.closeValue(index, states))
  }

  apply(): TauSubstitution {
    return this
  }

  private closeValue(index: number, states: Uint8Array): boolean {
    if (states[index] === 2) return true
    if (states[index] === 1) return false
    states[index] = 1
    const value = this.values[index] as TauObject
    let isClosed = true
    const visit = (object: TauObject): void => {
      if (!isClosed || ('ground' in object && object.ground)) return
      if ('indicator' in object) for (const argument of object.args) visit(argument)
      else if ('id' in object) {
        const inner = this.ids.indexOf(object.id)
        if (inner !== -1 && !this.closeValue(inner, states)) isClosed = false
      }
    }
    visit(value)
    if (isClosed && 'apply' in value) this.values[index] = value.apply(this)
    states[index] = 2
    return isClosed
  }
}

const nothingBound = new Bindings()

/**
 * The most general unifier, or null. tau-prolog's own does not follow chains of bindings to their end, and builds
 * something else where a variable would have to contain itself; that simply fails here.
 */
export function unifyTerms(tau: TauProlog, left: TauObject, right: TauObject): Bindings | null {
  if (left === right) return nothingBound
  const { Var, Num, Term } = tau.type
  const bindings = new Bindings()
  const stack: TauObject[] = [left, right]
  const follow = (object: TauObject | undefined): TauObject => {
    let end = object as TauObject
    while (end instanceof Var) {
      const value: TauObject | null = bindings.lookup(end.id)
      if (value === null) break
      end = value
    }
    return end
  }
  while (stack.length > 0) {
    const second = follow(stack.pop())
    const first = follow(stack.pop())
    if (first === second) continue
    if (first instanceof Var || second instanceof Var) {
      const [variable, value] =
        first instanceof Var ? [first, second] : [second as typeof first & { id: string }, first]
      if (value instanceof Var && value.id === variable.id) continue
      // The anonymous variable of tau-prolog's own clauses stands for a new one each time.
      if (variable.id === '_' || (value instanceof Var && value.id === '_')) continue
      bindings.bind(variable.id, value)
    } else if (first instanceof Term && second instanceof Term) {
      if (first.indicator !== second.indicator) return null
      for (let index = first.args.length - 1; index >= 0; index--) {
        stack.push(first.args[index] as TauObject, second.args[index] as TauObject)
      }
    } else if (first instanceof Num && second instanceof Num) {
      if (first.value !== second.value || first.is_float !== second.is_float) return null
    } else return null
  }
  return bindings.isEmpty ? nothingBound : bindings.close() ? bindings : null
}

/** The term with its variables replaced; the very same object where nothing is replaced in it. */
export function applySubstitution(tau: TauProlog, term: TauTerm, substitution: TauSubstitution): TauTerm {
  if (term.ground) return term
  if (term.indicator === './2' || term.indicator === ',/2') return applyToSpine(tau, term, substitution)
  let changed = false
  const args: TauObject[] = []
  for (const argument of term.args) {
    const applied = applyToObject(tau, argument, substitution)
    if (applied !== argument) changed = true
    args.push(applied)
  }
  return changed ? new tau.type.Term(term.id, args, term.ref) : term
}

function applyToObject(tau: TauProlog, object: TauObject, substitution: TauSubstitution): TauObject {
  if ('indicator' in object) return applySubstitution(tau, object, substitution)
  return 'value' in object ? object : object.apply(substitution)
}

/** Lists and conjunctions are long to the right: no recursion that way. */
function applyToSpine(tau: TauProlog, term: TauTerm, substitution: TauSubstitution): TauTerm {
  const spine: TauTerm[] = []
  let pointer: TauObject = term
  while ('indicator' in pointer && !pointer.ground && pointer.indicator === term.indicator) {
    spine.push(pointer)
    pointer = pointer.args[1] as TauObject
  }
  let rest = applyToObject(tau, pointer, substitution)
  for (let index = spine.length - 1; index >= 0; index--) {
    const node = spine[index] as TauTerm
    const [head, tail]: TauObject[] = node.args
    const applied = applyToObject(tau, head as TauObject, substitution)
    rest = applied === head && rest === tail ? node : new tau.type.Term(node.id, [applied, rest], node.ref)
  }
  return rest as TauTerm
}
