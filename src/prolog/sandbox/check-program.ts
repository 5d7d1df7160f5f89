import { goalArguments } from '../goal-arguments.ts'
import type { ReadClause } from '../program-reader.ts'
import type { LineIndex, PrologDiagnostic, PrologDiagnosticCode, SourceRange } from '../prolog-diagnostic.ts'
import { indicatorOf, type SyntaxTerm } from '../syntax-term.ts'
import {
  adapterPredicates,
  allowedListPredicates,
  allowedSystemPredicates,
  deniedSystemPredicates,
  internalSystemPredicates,
  trustedPredicates,
} from './built-ins.ts'
import { directiveOf } from './directive.ts'

const denied = new Set([...deniedSystemPredicates, ...internalSystemPredicates, ...adapterPredicates])
const trusted = new Set(trustedPredicates)
const system = new Set([
  ...allowedSystemPredicates,
  ...denied,
  ...trusted,
  ',/2',
  ':-/2',
  ':-/1',
  '-->/2',
  '?-/1',
  ':/2',
])
const library = new Set(allowedListPredicates)

export interface CheckedProgram {
  readonly diagnostics: readonly PrologDiagnostic[]
  /** Predicates with clauses, in the order of their first one. */
  readonly defined: ReadonlySet<string>
  readonly dynamic: ReadonlySet<string>
}

/** Holds a program against the allow-list. What it can't see, a goal put together at run time, is not there to be called. */
export function checkProgram(
  clauses: readonly ReadClause[],
  lines: LineIndex,
  options: { readonly trusted: boolean },
): CheckedProgram {
  const diagnostics: PrologDiagnostic[] = []
  const defined = new Set<string>()
  const dynamic = new Set<string>()
  let importsLists = false
  for (const clause of clauses) {
    const report = (code: PrologDiagnosticCode, message: string, range: SourceRange) => {
      diagnostics.push({ severity: 'error', code, message, source: 'program', range, clause: clause.index })
    }
    if (clause.kind === 'grammar-rule') {
      report('grammar-rule', "Grammar rules ('-->') are not supported.", clause.range)
    } else if (clause.kind === 'directive') {
      const directive = directiveOf(clause.syntax)
      if (directive === undefined) {
        const message = 'Only the directives dynamic, discontiguous and use_module(library(lists)) are allowed.'
        report('directive-not-allowed', message, clause.range)
      } else if (directive.type === 'use-lists') importsLists = true
      else if (directive.type === 'dynamic') for (const indicator of directive.indicators) dynamic.add(indicator)
    } else {
      const { head, body } = headAndBody(clause)
      const indicator = indicatorOf(head)
      if (indicator === undefined)
        report('not-a-clause', "A clause's head must be an atom or a compound.", clause.range)
      else defined.add(indicator)
      if (body) {
        checkGoal(body, 0, {
          isTrusted: options.trusted,
          report: (code, message, at) => report(code, message, lines.range(at.start, at.end)),
        })
      }
    }
  }
  reportRedefinitions(clauses, importsLists, diagnostics)
  for (const indicator of dynamic) {
    if (system.has(indicator)) diagnostics.push(redefinition(indicator, directiveRange(clauses, lines)))
  }
  return { diagnostics, defined, dynamic }
}

/** Holds a goal against the allow-list. */
export function checkGoalTerm(
  goal: SyntaxTerm,
  lines: LineIndex,
  options: { readonly trusted: boolean },
): readonly PrologDiagnostic[] {
  const diagnostics: PrologDiagnostic[] = []
  checkGoal(goal, 0, {
    isTrusted: options.trusted,
    report: (code, message, at) => {
      diagnostics.push({ severity: 'error', code, message, source: 'goal', range: lines.range(at.start, at.end) })
    },
  })
  return diagnostics
}

export function headAndBody(clause: ReadClause): { head: SyntaxTerm; body?: SyntaxTerm } {
  const [head, body] = clause.kind === 'rule' && clause.syntax.type === 'compound' ? clause.syntax.args : []
  return head !== undefined && body !== undefined ? { head, body } : { head: clause.syntax }
}

interface GoalCheck {
  readonly isTrusted: boolean
  report(code: PrologDiagnosticCode, message: string, at: SyntaxTerm): void
}

/** `extra`: how many arguments more the goal is called with. */
function checkGoal(goal: SyntaxTerm, extra: number, check: GoalCheck): void {
  const own = indicatorOf(goal)
  if (own === undefined) return
  const args = goal.type === 'compound' ? goal.args : []
  const functor = own.slice(0, own.lastIndexOf('/'))
  const indicator = `${functor}/${args.length + extra}`
  if (indicator === ':/2') {
    check.report('module-qualified', 'Goals may not name a module.', goal)
  } else if (denied.has(indicator) || (trusted.has(indicator) && !check.isTrusted)) {
    check.report('built-in-not-allowed', `The built-in predicate ${indicator} is not allowed here.`, goal)
  } else {
    for (const { position, extra: more } of goalArguments.get(indicator) ?? []) {
      const argument = args[position]
      if (argument !== undefined) checkGoal(argument, more, check)
    }
  }
}

function reportRedefinitions(
  clauses: readonly ReadClause[],
  importsLists: boolean,
  diagnostics: PrologDiagnostic[],
): void {
  const reported = new Set<string>()
  for (const clause of clauses) {
    if (clause.kind !== 'fact' && clause.kind !== 'rule') continue
    const indicator = indicatorOf(headAndBody(clause).head)
    if (indicator === undefined || reported.has(indicator)) continue
    if (!system.has(indicator) && !(importsLists && library.has(indicator))) continue
    reported.add(indicator)
    diagnostics.push({ ...redefinition(indicator, clause.range), clause: clause.index })
  }
}

function redefinition(indicator: string, range: SourceRange): PrologDiagnostic {
  const message = library.has(indicator)
    ? `${indicator} comes from library(lists): remove the clauses, or the directive that imports the library.`
    : `${indicator} is a built-in predicate: a program may not redefine it.`
  return { severity: 'error', code: 'built-in-redefined', message, source: 'program', range }
}

function directiveRange(clauses: readonly ReadClause[], lines: LineIndex): SourceRange {
  return clauses.find((clause) => clause.kind === 'directive')?.range ?? lines.range(0, 0)
}
