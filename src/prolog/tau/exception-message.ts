import type { Term } from '../../planning/term.ts'
import { printTerm as printWhole } from '../printer.ts'

/** What a thrown ball says, in one sentence. */
export function exceptionMessage(ball: Term): string {
  const error = ball.type === 'compound' && ball.functor === 'error' ? ball.args[0] : undefined
  if (error === undefined) return `The program threw ${printTerm(ball)}.`
  const [first, second, third] = error.type === 'compound' ? error.args : []
  const name = error.type === 'compound' ? error.functor : error.type === 'atom' ? error.name : ''
  if (name === 'existence_error' && second) {
    return first?.type === 'atom' && first.name === 'procedure'
      ? `The predicate ${printIndicator(second)} does not exist.`
      : `${printTerm(second)} does not exist.`
  }
  if (name === 'instantiation_error') return 'A variable has no value yet where one is needed.'
  if (name === 'type_error' && first && second) return `Expected ${printIndicator(first)}, found ${printTerm(second)}.`
  if (name === 'domain_error' && first && second) return `${printTerm(second)} is no ${printTerm(first)}.`
  if (name === 'evaluation_error' && first) return `Arithmetic: ${printTerm(first)}.`
  if (name === 'permission_error' && third) return `${printIndicator(third)} may not be changed or used this way.`
  return `The program threw ${printTerm(error)}.`
}

const maxShown = 200

/** A term in a message: cut off, and with a word for what has no text (an infinite number). */
function printTerm(term: Term): string {
  try {
    const text = printWhole(term)
    return text.length > maxShown ? `${text.slice(0, maxShown)}...` : text
  } catch {
    return 'something that has no text'
  }
}

/** `'/'(foo, 2)` as people write it. */
function printIndicator(term: Term): string {
  if (term.type !== 'compound' || term.functor !== '/') return printTerm(term)
  return term.args.map(printTerm).join('/')
}
