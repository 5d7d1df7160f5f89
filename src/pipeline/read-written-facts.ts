import { checkFacts } from '../planning/check-facts.ts'
import type { Diagnostic } from '../planning/diagnostic.ts'
import type { Fact } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { ProgramDiagnostic } from '../planning/program-diagnostic.ts'
import { parseFacts } from '../prolog/facts.ts'
import type { SourceRange } from '../prolog/prolog-diagnostic.ts'

export interface WrittenFacts {
  readonly facts: readonly Fact[]
  /** What can't be read, and facts that the domain does not have: with any of these nothing can be run. */
  readonly errors: readonly ProgramDiagnostic[]
  /** What lint says of the facts that could be read. */
  readonly notes: readonly ProgramDiagnostic[]
}

/** Reads facts that a person wrote as Prolog clauses: they are parsed and checked, never evaluated. */
export function readWrittenFacts(domain: PlanningDomain, program: string): WrittenFacts {
  const { diagnostics, facts, ranges } = parseFacts(program)
  const unreadable = diagnostics.map(({ code, message, range, severity }) => ({
    severity,
    code,
    message,
    ...placeOf(range),
  }))
  const located = (complaint: Diagnostic): ProgramDiagnostic => {
    const range = complaint.factIndices?.map((index) => ranges[index]).find((one) => one !== undefined)
    const { code, message, severity } = complaint
    return { severity, code, message, ...placeOf(range) }
  }
  const misshapen = checkFacts(domain.factSchema, facts).map(located)
  const errors = [...unreadable, ...misshapen]
  const notes = errors.length > 0 ? [] : domain.lint(facts).map(located)
  return { facts, errors, notes }
}

const firstLine = { line: 1, column: 1 }

function placeOf(range: SourceRange | undefined): Pick<ProgramDiagnostic, 'end' | 'start'> {
  if (range === undefined) return { start: firstLine, end: firstLine }
  const { end, start } = range
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } }
}
