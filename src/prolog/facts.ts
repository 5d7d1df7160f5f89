import { PlanwrightError } from '../base/planwright-error.ts'
import type { Fact, FactArgument } from '../planning/fact.ts'
import { printAtom, printFunctor, printTerm } from './printer.ts'
import { readProgram } from './program-reader.ts'
import type { PrologDiagnostic, SourceRange } from './prolog-diagnostic.ts'
import { quoteAtom } from './quoted-text.ts'
import type { SyntaxTerm } from './syntax-term.ts'

/** How an argument that is absent stands in a program; the name "any" is written in quotes. */
const absent = 'any'

/** A fact as a clause with its full stop: names become atoms, numbers numbers, an absent argument the atom `any`. */
export function printFact(fact: Fact): string {
  if (fact.predicate === '') throw new PlanwrightError({ code: 'invalid-input', message: 'a fact without a predicate' })
  const name = fact.args.length === 0 ? printAtom(fact.predicate) : printFunctor(fact.predicate)
  // A symbol would swallow the full stop that follows it.
  if (fact.args.length === 0) return /\w$/.test(name) ? `${name}.` : `${quoteAtom(fact.predicate)}.`
  return `${name}(${fact.args.map(printArgument).join(', ')}).`
}

/** One clause a line, in the order given. */
export function printFacts(facts: readonly Fact[]): string {
  return facts.map((fact) => `${printFact(fact)}\n`).join('')
}

function printArgument(argument: FactArgument): string {
  if (argument === null) return absent
  if (typeof argument === 'number') return printTerm({ type: 'number', value: argument })
  return argument === absent ? quoteAtom(argument) : printAtom(argument)
}

export interface ParsedFacts {
  readonly facts: readonly Fact[]
  /** Where each fact stands in the text. */
  readonly ranges: readonly SourceRange[]
  /** Syntax errors, and clauses that are no facts about names and numbers. */
  readonly diagnostics: readonly PrologDiagnostic[]
}

/** Reads facts back; what can't be read is a diagnostic and the rest is kept. */
export function parseFacts(text: string): ParsedFacts {
  const program = readProgram(text)
  const facts: Fact[] = []
  const ranges: SourceRange[] = []
  const diagnostics = [...program.diagnostics]
  for (const clause of program.clauses) {
    const fact = clause.kind === 'fact' ? factOf(clause.syntax) : undefined
    if (fact === undefined) {
      const message = 'Not a fact: a predicate with names and numbers as arguments is wanted.'
      const { range, index } = clause
      diagnostics.push({ severity: 'error', code: 'not-a-fact', message, source: 'program', range, clause: index })
    } else {
      facts.push(fact)
      ranges.push(clause.range)
    }
  }
  return { facts, ranges, diagnostics }
}

function factOf(term: SyntaxTerm): Fact | undefined {
  if (term.type === 'atom') return { predicate: term.name, args: [] }
  if (term.type !== 'compound') return undefined
  const args: FactArgument[] = []
  for (const arg of term.args) {
    if (arg.type === 'atom') args.push(arg.name === absent && !arg.quoted ? null : arg.name)
    else if (arg.type === 'number') args.push(arg.value)
    else return undefined
  }
  return { predicate: term.functor, args }
}
