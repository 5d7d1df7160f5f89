import type { Fact, FactArgument } from '../../src/planning/fact.ts'

/** A fact as a clause, for the eye: the engine prints what is solved. */
export function printFact({ predicate, args }: Fact): string {
  return args.length === 0 ? `${predicate}.` : `${predicate}(${args.map(printArgument).join(', ')}).`
}

function printArgument(argument: FactArgument): string {
  if (argument === null) return 'any'
  if (typeof argument === 'number') return String(argument)
  const isPlain = /^[a-z][A-Za-z0-9_]*$/.test(argument) && argument !== 'any'
  return isPlain ? argument : `'${argument.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}
