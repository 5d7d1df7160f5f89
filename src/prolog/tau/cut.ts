import type { TauObject, TauProlog, TauState, TauTerm } from './tau-prolog.d.ts'

/** A cut that leaves nothing of what was tried since `point` was taken up. */
export function cutTo(tau: TauProlog, point: TauState): TauTerm {
  const cut = new tau.type.Term('!')
  cut.barrier = point
  return cut
}

/** The goal with the cuts in it, which have no clause of their own, cutting to `point`. */
export function bindCuts(tau: TauProlog, goal: TauTerm, point: TauState): TauTerm {
  if (!hasLooseCut(goal)) return goal
  if (goal.indicator === '!/0') return cutTo(tau, point)
  const [first, second] = goal.args as [TauObject, TauObject]
  const bind = (argument: TauObject) => ('indicator' in argument ? bindCuts(tau, argument, point) : argument)
  // A cut in a condition is the condition's own.
  return new tau.type.Term(goal.id, [isConditional(goal) ? first : bind(first), bind(second)], goal.ref)
}

/** The goal with call/1 around the variables that stand in the place of a goal. */
export function callVariables(tau: TauProlog, goal: TauTerm): TauTerm {
  if (goal.indicator !== ',/2' && goal.indicator !== ';/2' && !isConditional(goal)) return goal
  const args = goal.args.map((argument) => {
    return 'indicator' in argument ? callVariables(tau, argument) : new tau.type.Term('call', [argument])
  })
  return args.every((argument, index) => argument === goal.args[index])
    ? goal
    : new tau.type.Term(goal.id, args, goal.ref)
}

/** Whether a goal holds a cut that does not know yet how far it cuts. */
export function hasLooseCut(goal: TauTerm): boolean {
  if (goal.indicator === '!/0') return goal.barrier === undefined
  if (goal.indicator !== ',/2' && goal.indicator !== ';/2' && !isConditional(goal)) return false
  return goal.args.some((argument) => 'indicator' in argument && hasLooseCut(argument))
}

function isConditional(goal: TauTerm): boolean {
  return goal.indicator === '->/2' || goal.indicator === '*->/2'
}
