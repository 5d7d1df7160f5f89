import type { Diagnostic } from './diagnostic.ts'
import type { Fact, FactArgument } from './fact.ts'
import type { ArgumentKind, ArgumentSchema, FactSchema } from './fact-schema.ts'

const minutesADay = 1440

/** Whole numbers that an argument of a kind may hold: clock times within a day, lengths and days not absurd. */
const ranges: Partial<Record<ArgumentKind, readonly [number, number]>> = {
  clock: [0, minutesADay],
  minutes: [0, 7 * minutesADay],
  days: [1, 1000],
  'day-number': [1, 1000],
}

function argumentProblem(schema: ArgumentSchema, value: FactArgument | undefined): string | null {
  if (value === null || value === undefined) return schema.optional ? null : `lacks its ${schema.name}`
  const range = ranges[schema.kind]
  if (range === undefined) {
    return typeof value === 'string' && value.trim() !== '' ? null : `needs a name as its ${schema.name}`
  }
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= range[0] && value <= range[1]
  return fits ? null : `needs a whole number from ${range[0]} to ${range[1]} as its ${schema.name}`
}

function factProblem(schema: FactSchema, fact: Fact): { code: string; message: string } | null {
  const predicate = schema.predicates.find((candidate) => candidate.name === fact.predicate)
  if (predicate === undefined) {
    return { code: 'unknown-predicate', message: `${fact.predicate} is no fact of the ${schema.domain} domain` }
  }
  if (fact.args.length !== predicate.args.length) {
    const message = `${fact.predicate} takes ${predicate.args.length} arguments, not ${fact.args.length}`
    return { code: 'wrong-arity', message }
  }
  for (const [index, argument] of predicate.args.entries()) {
    const problem = argumentProblem(argument, fact.args[index])
    if (problem !== null) return { code: 'wrong-argument', message: `${fact.predicate} ${problem}` }
  }
  return null
}

/** One error for each fact that the schema does not know or whose arguments have the wrong shape. */
export function checkFacts(schema: FactSchema, facts: readonly Fact[]): Diagnostic[] {
  return facts.flatMap((fact, index) => {
    const problem = factProblem(schema, fact)
    return problem === null ? [] : [{ severity: 'error' as const, ...problem, factIndices: [index] }]
  })
}

/** A fact of the right shape, with its place among the stated facts. */
export interface StatedFact extends Fact {
  readonly index: number
}

/** The facts whose shape the schema accepts; the others are for `checkFacts` to complain about. */
export function wellFormedFacts(schema: FactSchema, facts: readonly Fact[]): StatedFact[] {
  return facts.flatMap((fact, index) => (factProblem(schema, fact) === null ? [{ ...fact, index }] : []))
}

export function isWellFormed(schema: FactSchema, fact: Fact): boolean {
  return factProblem(schema, fact) === null
}
