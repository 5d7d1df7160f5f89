import { bindCuts } from './cut.ts'
import { isProgramGoal } from './goal-table.ts'
import type { TauModule, TauObject, TauProlog, TauRule, TauState, TauTerm, TauThread } from './tau-prolog.d.ts'
import { applySubstitution, Bindings, unifyTerms } from './unification.ts'

/**
 * Puts our resolution step and unification in the place of tau-prolog's, which keeps all ancestors of a goal and looks
 * through them at every step for the one that called it. Here a goal without a module's name belongs to the program, a
 * cut knows how far it cuts, and the caller is remembered from the last goal of the program itself: nothing needs
 * ancestors, and none are kept.
 */
export function replaceInferenceStep(tau: TauProlog): void {
  const { Substitution, Term, Thread } = tau.type
  tau.unify = (left, right) => unifyTerms(tau, left, right)
  Term.prototype.apply = function (this: TauTerm, substitution) {
    return substitution instanceof Bindings && substitution.isEmpty ? this : applySubstitution(tau, this, substitution)
  }
  const { apply } = Substitution.prototype
  Substitution.prototype.apply = function (this: InstanceType<typeof Substitution>, substitution) {
    return substitution instanceof Bindings && substitution.isEmpty ? this : apply.call(this, substitution)
  }
  Thread.prototype.step = function (this: TauThread) {
    return step(tau, this)
  }
  Object.defineProperty(Thread.prototype, 'level', {
    get(this: TauThread) {
      return callerOf(tau, this)
    },
    set() {},
  })
}

function step(tau: TauProlog, thread: TauThread): boolean | undefined {
  const point = thread.points.pop()
  if (point === undefined) return undefined
  point.height = thread.points.length
  point.owner = thread
  point.parent = null
  thread.current_point = point
  const call = calledGoal(tau, thread, point)
  if (call === undefined) return undefined
  const { goal, context } = call
  if (isProgramGoal(goal)) thread.session.lastGoal = goal
  if (goal.indicator === ',/2') {
    const [first, second] = goal.args.map((argument) => qualify(tau, context, argument)) as [TauObject, TauObject]
    const goals = new tau.type.Term(',', [first, second])
    thread.prepend([new tau.type.State(replaceGoal(point, goals), point.substitution, point)])
    return undefined
  }
  thread.__call_indicator = goal.indicator
  const module = moduleOf(tau, thread, call)
  if (module === undefined) {
    const caller = callerOf(tau, thread).indicator
    thread.throw_error(tau.error.existence('procedure', goal.indicator, caller))
    return undefined
  }
  // The library calls its closures in the module that they came from.
  if (module === tau.modules.lists || context !== 'user') thread.expand_meta_predicate(goal, module.id, context)
  const clauses = candidates(module, goal)
  if (typeof clauses === 'function') return clauses(thread, point, goal)
  resolve(tau, thread, { point, goal, clauses })
  return undefined
}

interface Call {
  readonly goal: TauTerm
  readonly context: string
}

/** The goal that waits first, without its modules' names; undefined where an error was thrown instead. */
function calledGoal(tau: TauProlog, thread: TauThread, point: TauState): Call | undefined {
  let goal: TauObject = (point.goal as TauTerm).select()
  let context = 'user'
  while ('indicator' in goal && goal.indicator === ':/2') {
    const [module, inner] = goal.args as [TauObject, TauObject]
    if (!('indicator' in module) || module.args.length > 0) {
      thread.throw_error(tau.error.type('module', module, callerOf(tau, thread).indicator))
      return undefined
    }
    context = module.id
    goal = inner
  }
  if ('indicator' in goal) return { goal, context }
  const caller = callerOf(tau, thread).indicator
  thread.throw_error('value' in goal ? tau.error.type('callable', goal, caller) : tau.error.instantiation(caller))
  return undefined
}

function qualify(tau: TauProlog, context: string, goal: TauObject): TauObject {
  return context === 'user' ? goal : new tau.type.Term(':', [new tau.type.Term(context), goal])
}

function moduleOf(tau: TauProlog, thread: TauThread, { goal, context }: Call): TauModule | undefined {
  const { indicator } = goal
  const { system, lists } = tau.modules
  const { user } = thread.session.modules
  if (context === 'lists' && lists.rules[indicator] !== undefined) return lists
  if (user?.rules[indicator] !== undefined && context !== 'system' && context !== 'lists') return user
  if (system.rules[indicator] !== undefined) return system
  if (user?.rules[indicator] !== undefined) return user
  return lists.rules[indicator] !== undefined && lists.exports.includes(indicator) ? lists : undefined
}

/** The clauses that can match, by the first argument; unlike tau-prolog's own, also where it has no clause of its own. */
function candidates(module: TauModule, goal: TauTerm): TauRule[] | Exclude<TauModule['rules'][string], TauRule[]> {
  const rules = module.rules[goal.indicator] ?? []
  if (typeof rules === 'function') return rules
  const key = goal.args[0]?.index
  if (key === undefined || key === 0) return rules
  return module.indexed_clauses[goal.indicator]?.[key] ?? module.non_indexable_clauses[goal.indicator] ?? rules
}

function resolve(
  tau: TauProlog,
  thread: TauThread,
  call: { readonly point: TauState; readonly goal: TauTerm; readonly clauses: readonly TauRule[] },
): void {
  const { point, goal, clauses } = call
  const states: TauState[] = []
  for (const clause of clauses) {
    thread.session.renamed_variables = {}
    const renamed = clause.rename(thread)
    const unifier = tau.unify(goal, renamed.head)
    if (unifier === null) continue
    // A clause that the program asserted: its cuts are not bound to the call yet.
    const body = clause.isCompiled || renamed.body === null ? renamed.body : bindCuts(tau, renamed.body, point)
    const next = replaceGoal(point, body)
    const substitution = point.substitution.apply(unifier)
    states.push(new tau.type.State(next === null ? null : next.apply(unifier), substitution, null))
  }
  thread.prepend(states)
}

function replaceGoal(point: TauState, body: TauTerm | null): TauTerm | null {
  return (point.goal as TauTerm).replace(body)
}

/** For error terms: the predicate whose clause holds the goal of the program that was called last. */
function callerOf(tau: TauProlog, thread: TauThread): TauTerm {
  const { lastGoal } = thread.session
  const predicate = lastGoal && thread.session.predicateOf?.(lastGoal)
  if (!predicate) return new tau.type.Term('top_level')
  const slash = predicate.lastIndexOf('/')
  const args = Array.from({ length: Number(predicate.slice(slash + 1)) }, () => new tau.type.Var('_'))
  return new tau.type.Term(predicate.slice(0, slash), args)
}
