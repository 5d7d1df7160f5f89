import type { Substitution, Term } from '../../src/planning/term.ts'

/** An answer as Prolog's own toplevel shows it, for the eye. */
export function printSubstitution(answer: Substitution): string {
  const bound = Object.entries(answer).map(([name, term]) => `${name} = ${printTerm(term)}`)
  return bound.length === 0 ? 'true.' : `${bound.join(',\n')}.`
}

function printTerm(term: Term): string {
  switch (term.type) {
    case 'atom':
      return quoted(term.name)
    case 'number':
      return String(term.value)
    case 'variable':
      return term.name
    case 'list':
      return `[${term.items.map(printTerm).join(', ')}]`
    case 'compound':
      return `${quoted(term.functor)}(${term.args.map(printTerm).join(', ')})`
  }
}

const quoted = (name: string) =>
  /^[a-z]\w*$/.test(name) ? name : `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
