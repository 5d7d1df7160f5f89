import type { Term } from '../planning/term.ts'
import { LineIndex, type PrologDiagnostic, type SourceRange } from './prolog-diagnostic.ts'
import { type SyntaxTerm, toTerm } from './syntax-term.ts'
import { ReadFailure, TermReader } from './term-reader.ts'

/** One clause or directive of a program. */
export interface ReadClause {
  readonly kind: 'fact' | 'rule' | 'directive' | 'grammar-rule'
  /** Its number in the program, from 0; clauses that could not be read count. */
  readonly index: number
  /** The whole term: `Head :- Body` for a rule, `:- Goal` for a directive. */
  readonly syntax: SyntaxTerm
  /** From its first character to behind its full stop. */
  readonly range: SourceRange
}

export interface ReadProgram {
  readonly clauses: readonly ReadClause[]
  /** Every syntax error: reading goes on behind the next full stop. */
  readonly diagnostics: readonly PrologDiagnostic[]
  readonly lines: LineIndex
}

/** Longer texts are refused before they are read (UTF-16 units). */
export const maxProgramLength = 1_000_000

/** Reads a program; never throws on what the text holds. */
export function readProgram(text: string): ReadProgram {
  const clauses: ReadClause[] = []
  const diagnostics: PrologDiagnostic[] = []
  if (text.length > maxProgramLength) {
    const message = `The program is longer than ${maxProgramLength} characters.`
    const lines = new LineIndex('')
    diagnostics.push({
      severity: 'error',
      code: 'text-too-large',
      message,
      source: 'program',
      range: lines.range(0, 0),
    })
    return { clauses, diagnostics, lines }
  }
  const lines = new LineIndex(text)
  const reader = new TermReader(text)
  for (let index = 0, start = reader.offset; start !== undefined; index++, start = reader.offset) {
    try {
      const { term, end } = reader.readTerm('required')
      clauses.push({ kind: kindOf(term), index, syntax: term, range: lines.range(start, end) })
    } catch (failure) {
      if (!(failure instanceof ReadFailure)) throw failure
      diagnostics.push({ ...diagnosticOf(failure, 'program', lines), clause: index })
      reader.recover()
    }
  }
  return { clauses, diagnostics, lines }
}

export type ReadTerm =
  | { readonly status: 'term'; readonly term: Term; readonly syntax: SyntaxTerm; readonly lines: LineIndex }
  | { readonly status: 'syntax-error'; readonly diagnostic: PrologDiagnostic }

/** Reads a single term, a goal for example; its full stop may be missing. */
export function readTerm(text: string): ReadTerm {
  const lines = new LineIndex(text)
  try {
    if (text.length > maxProgramLength)
      throw new ReadFailure('text-too-large', 'The goal is too long.', { start: 0, end: 0 })
    const reader = new TermReader(text)
    const { term, end } = reader.readTerm('optional')
    const rest = reader.offset
    if (rest !== undefined)
      throw new ReadFailure('syntax-error', 'One goal only, please.', { start: end, end: text.length })
    return { status: 'term', term: toTerm(term), syntax: term, lines }
  } catch (failure) {
    if (!(failure instanceof ReadFailure)) throw failure
    return { status: 'syntax-error', diagnostic: diagnosticOf(failure, 'goal', lines) }
  }
}

function diagnosticOf(failure: ReadFailure, source: 'program' | 'goal', lines: LineIndex): PrologDiagnostic {
  const { code, message, start, end } = failure
  return { severity: 'error', code, message, source, range: lines.range(start, end) }
}

function kindOf(term: SyntaxTerm): ReadClause['kind'] {
  if (term.type !== 'compound') return 'fact'
  if (term.functor === ':-') return term.args.length === 1 ? 'directive' : 'rule'
  if (term.functor === '?-' && term.args.length === 1) return 'directive'
  return term.functor === '-->' && term.args.length === 2 ? 'grammar-rule' : 'fact'
}
