import { expect, it } from 'vitest'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { clauseLines, printClauses } from './clause-lines.ts'

const span = { segment: 0, start: 0, end: 3 }
const fact = (predicate: string, ...args: string[]): FormalizedFact => ({
  fact: { predicate, args },
  span,
  argSpans: args.map(() => span),
  confidence: 1,
})
const facts = [fact('day', 'Monday'), fact('earliest'), fact('day', 'Friday')]
const told = (text: string) => clauseLines(text, facts).map(({ index, isClause }) => index ?? (isClause ? 'new' : '-'))

it('knows every line of the facts as they were', () => {
  expect(told(printClauses(facts))).toEqual([0, 1, 2])
})

it('knows lines that were moved, and those that are new', () => {
  expect(told("% mine\nday('Friday').\n\n  earliest.\nlatest.\nearliest.")).toEqual(['-', 2, '-', 1, 'new', 'new'])
})
