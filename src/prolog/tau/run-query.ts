import type { Substitution, Term } from '../../planning/term.ts'
import { readProgram, readTerm } from '../program-reader.ts'
import type { LineIndex } from '../prolog-diagnostic.ts'
import type { ClausePosition, SolveCost, SolveLimits, SolveOutcome } from '../prolog-engine.ts'
import { type CheckedProgram, checkGoalTerm, checkProgram, headAndBody } from '../sandbox/check-program.ts'
import { indicatorOf } from '../syntax-term.ts'
import { captureOutput } from './captured-output.ts'
import { TauCompiler } from './compile-clause.ts'
import { exceptionMessage } from './exception-message.ts'
import { type GoalEntry, GoalTable } from './goal-table.ts'
import { addMemoMin } from './memo-min.ts'
import { QueryCancelled, QueryStopped, StepBudget } from './step-budget.ts'
import { loadSandboxedTauProlog } from './tau-library.ts'
import type { TauModule, TauProlog, TauTerm } from './tau-prolog.d.ts'
import { readTauTerm } from './tau-term.ts'

export interface QueryInput {
  readonly program: string
  readonly goal: string
  readonly limits: SolveLimits
  readonly trusted: boolean
}

export interface QueryObserver {
  /** Called now and then from inside the inference loop. */
  isCancelled(): boolean
  onAnswer(answer: Substitution): void
  /** Called when the program is loaded and before the first inference. */
  onConsulted(consultMs: number): void
}

/** Runs queries on the one tau-prolog of this thread, one after another; each starts from nothing. */
export class QueryRunner {
  private readonly tau: TauProlog = loadSandboxedTauProlog()
  private readonly budget = new StepBudget(this.tau)

  run(input: QueryInput, observer: QueryObserver): SolveOutcome {
    const startMs = performance.now()
    const { trusted, limits } = input
    const program = readProgram(input.program)
    const goal = readTerm(input.goal)
    if (goal.status === 'syntax-error' || program.diagnostics.length > 0) {
      const ofGoal = goal.status === 'syntax-error' ? [goal.diagnostic] : []
      const diagnostics = [...program.diagnostics, ...ofGoal]
      const tooLarge = diagnostics.some(({ code }) => code === 'text-too-large')
      return { status: tooLarge ? 'refused' : 'syntax-error', diagnostics }
    }
    const checked = checkProgram(program.clauses, program.lines, { trusted })
    const diagnostics = [...checked.diagnostics, ...checkGoalTerm(goal.syntax, goal.lines, { trusted })]
    if (diagnostics.length > 0) return { status: 'refused', diagnostics }

    const session = this.tau.create()
    const output = captureOutput(session)
    const goals = new GoalTable()
    session.predicateOf = (goal) => goals.find(goal)?.predicate
    const compiler = new TauCompiler(this.tau)
    const user = session.modules['user']
    if (user === undefined) throw new Error('tau-prolog has no module user')
    session.modules['lists'] = this.tau.modules.lists
    user.modules['lists'] = this.tau.modules.lists
    if (trusted) addMemoMin(this.tau, user)
    declare(user, checked)
    for (const clause of program.clauses) {
      if (clause.kind === 'directive') continue
      const { head, body } = headAndBody(clause)
      const owner = { clause: clause.index, predicate: indicatorOf(head) ?? '', goals }
      addClause(user, compiler.clause(head, body, owner))
    }
    const { term, names, variables } = compiler.goal(goal.syntax, goals)
    session.thread.add_goal(term)
    const consultMs = performance.now() - startMs
    observer.onConsulted(consultMs)

    this.budget.start({
      inferences: limits.inferences,
      deadlineMs: startMs + limits.timeMs,
      isCancelled: () => observer.isCancelled(),
    })
    const cost = (): SolveCost => {
      return { inferences: this.budget.inferences, consultMs, solveMs: performance.now() - startMs - consultMs }
    }
    const answers: Substitution[] = []
    try {
      while (answers.length < limits.answers) {
        const next = this.budget.nextAnswer(session.thread)
        if (next === null) break
        if ('error' in next) {
          const goal = this.budget.thrown?.goal
          const position = goal && positionOf(goals.find(goal), program.lines)
          return { ...exceptionOf(next.error, position), answers, output: output.text, cost: cost() }
        }
        const known = new Map(variables.map((variable, index) => [variable.id, names[index] ?? variable.id]))
        const bound = variables.map((variable, index) => {
          return [names[index] ?? '', readTauTerm(next.answer.links[variable.id] ?? variable, known)] as const
        })
        const answer = Object.fromEntries(bound)
        answers.push(answer)
        observer.onAnswer(answer)
      }
    } catch (failure) {
      if (failure instanceof QueryCancelled) return { status: 'cancelled' }
      return { ...stopped(failure), answers, output: output.text, cost: cost() }
    }
    if (answers.length === 0) return { status: 'no-answer', output: output.text, cost: cost() }
    const complete = session.thread.points.length === 0
    return { status: 'answers', answers, complete, output: output.text, cost: cost() }
  }
}

function declare(user: TauModule, checked: CheckedProgram): void {
  for (const indicator of checked.defined) {
    user.rules[indicator] = []
    user.public_predicates[indicator] = checked.dynamic.has(indicator)
  }
  for (const indicator of checked.dynamic) {
    user.rules[indicator] ??= []
    user.public_predicates[indicator] = true
  }
}

function addClause(user: TauModule, rule: ReturnType<TauCompiler['clause']>): void {
  const clauses = user.rules[rule.head.indicator]
  if (!Array.isArray(clauses)) throw new Error(`no clauses may be added to ${rule.head.indicator}`)
  clauses.push(rule)
  user.add_index_predicate(rule)
}

function positionOf(entry: GoalEntry | undefined, lines: LineIndex): ClausePosition | undefined {
  if (entry === undefined || entry.clause < 0) return undefined
  return { clause: entry.clause, predicate: entry.predicate, range: lines.range(entry.start, entry.end) }
}

function exceptionOf(error: TauTerm, position: ClausePosition | undefined) {
  const term = readTauTerm(error.args[0] ?? error, new Map())
  const where = position ? ` (line ${position.range.start.line}, in ${position.predicate})` : ''
  return {
    status: 'exception',
    message: `${exceptionMessage(term)}${where}`,
    term,
    ...(position ? { position } : {}),
  } as const
}

/** What was thrown out of the inference loop, as an outcome. */
function stopped(failure: unknown) {
  if (failure instanceof QueryStopped) {
    const used = failure.limit === 'time' ? 'time' : 'inferences'
    const message = `The query used up its ${used} without coming to an end.`
    return { status: 'limit-exceeded', limit: failure.limit, message } as const
  }
  // Too deep for the stack, too long for an array or a string: the machine's limits, met in ordinary ways.
  if (failure instanceof RangeError) {
    const message = 'A term became too large or too deep for the engine.'
    return { status: 'limit-exceeded', limit: 'memory', message } as const
  }
  // tau-prolog trips over some goals that no sensible program has.
  const reason: Term = { type: 'atom', name: failure instanceof Error ? failure.message : String(failure) }
  const error: Term = { type: 'compound', functor: 'system_error', args: [reason] }
  const term: Term = { type: 'compound', functor: 'error', args: [error, { type: 'atom', name: 'tau' }] }
  return { status: 'exception', message: `The engine can't run this: ${reason.name}.`, term } as const
}
