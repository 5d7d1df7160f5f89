/** The line of a program after which the facts stand as the rules want them. */
const heading = '% The same, as the rules below want it'

/** The clauses that the rules are given: what was stated, with its defaults filled in. Nobody's words gave them. */
export function solverClauses(program: string | undefined): readonly string[] {
  const lines = program?.split('\n') ?? []
  const start = lines.indexOf(heading)
  if (start < 0) return []
  const end = lines.indexOf('', start)
  return lines.slice(start + 1, end < 0 ? undefined : end)
}
