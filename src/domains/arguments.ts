import { PlanwrightError } from '../base/planwright-error.ts'
import type { FactArgument } from '../planning/fact.ts'

interface WithArguments {
  readonly predicate: string
  readonly args: readonly FactArgument[]
}

function wrongShape(fact: WithArguments, position: number): PlanwrightError {
  const message = `argument ${position + 1} of ${fact.predicate} has the wrong shape`
  return new PlanwrightError({ code: 'internal', message })
}

/** A name or day that may be absent. For well-formed facts only. */
export function textOrNull(fact: WithArguments, position: number): string | null {
  const value = fact.args[position] ?? null
  if (typeof value === 'number') throw wrongShape(fact, position)
  return value
}

/** A number that may be absent. For well-formed facts only. */
export function numberOrNull(fact: WithArguments, position: number): number | null {
  const value = fact.args[position] ?? null
  if (typeof value === 'string') throw wrongShape(fact, position)
  return value
}

export function textAt(fact: WithArguments, position: number): string {
  const value = textOrNull(fact, position)
  if (value === null) throw wrongShape(fact, position)
  return value
}

export function numberAt(fact: WithArguments, position: number): number {
  const value = numberOrNull(fact, position)
  if (value === null) throw wrongShape(fact, position)
  return value
}
