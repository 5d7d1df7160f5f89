import type { FormalizedFact } from '../../src/planning/fact.ts'
import { printFact } from '../prolog/print-fact.ts'
import { readPointedWords } from './read-pointed-words.ts'
import { factsOf, type RunView } from './run-view.ts'

/** A line of the list of facts: a fact, or one that is still being written. */
export interface FactLine {
  readonly text: string
  readonly fact?: FormalizedFact
  /** Where the model is writing now. */
  readonly isOpen?: true
}

/** The facts in the order of the text; while the model writes, with what it has written so far. */
export function factLines(run: RunView): FactLine[] {
  if (run.formalization !== undefined) return factsOf(run).map(line)
  return run.segments.flatMap(({ completion, facts, prompt, state }): FactLine[] => {
    if (state === 'writing') {
      const written = readPointedWords(prompt, completion)
      return written.map((text, index) => (index === written.length - 1 ? { text, isOpen: true } : { text }))
    }
    return facts.map(line)
  })
}

function line(fact: FormalizedFact): FactLine {
  return { text: printFact(fact.fact), fact }
}
