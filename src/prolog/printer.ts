import { PlanwrightError } from '../base/planwright-error.ts'
import type { Term } from '../planning/term.ts'
import { quoteAtom } from './quoted-text.ts'

const plainAtom = /^(?:[a-z][A-Za-z0-9_]*|[#$&*+\-./:<=>?@^~\\]+|!|;|\{\})$/
const variableName = /^[\p{Lu}\p{Lt}_][\p{L}\p{M}\p{Nd}_]*$/u

/** An atom as Prolog text, quoted where it must be. */
export function printAtom(name: string): string {
  // A lone '.' would be read as a full stop, '/*' opens a comment.
  return plainAtom.test(name) && name !== '.' && !name.startsWith('/*') ? name : quoteAtom(name)
}

/** A name that an opening bracket follows. */
export function printFunctor(name: string): string {
  return name === '{}' ? quoteAtom(name) : printAtom(name)
}

/**
 * A term as canonical Prolog text: functional notation, lists in brackets, atoms quoted where they must be. Reading it
 * gives the same term. Throws `invalid-input` for what has no text: a compound without arguments, an infinite number.
 */
export function printTerm(term: Term): string {
  switch (term.type) {
    case 'atom':
      return printAtom(term.name)
    case 'number':
      return printNumber(term.value)
    case 'variable':
      if (variableName.test(term.name)) return term.name
      throw new PlanwrightError({ code: 'invalid-input', message: `${term.name} is no name of a variable` })
    case 'list':
      return `[${printAll(term.items)}]`
    case 'compound':
      return printCompound(term.functor, term.args)
  }
}

function printAll(terms: readonly Term[]): string {
  return terms.map(printTerm).join(', ')
}

function printCompound(functor: string, args: readonly Term[]): string {
  if (args.length === 0) {
    throw new PlanwrightError({ code: 'invalid-input', message: `the compound term ${functor} has no arguments` })
  }
  if (functor === '.' && args.length === 2) return printPair(args)
  return `${printFunctor(functor)}(${printAll(args)})`
}

/** A list with an open tail: `[a, b | T]`. */
function printPair(args: readonly Term[]): string {
  const items: string[] = []
  let pair = args
  for (;;) {
    const [head, tail] = pair as [Term, Term]
    items.push(printTerm(head))
    if (tail.type !== 'compound' || tail.functor !== '.' || tail.args.length !== 2) {
      return `[${items.join(', ')} | ${printTerm(tail)}]`
    }
    pair = tail.args
  }
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new PlanwrightError({ code: 'invalid-input', message: `${value} can't be written as a Prolog number` })
  }
  if (Number.isSafeInteger(value)) return (value === 0 ? 0 : value).toString()
  const text = value.toString()
  if (!text.includes('e')) return text.includes('.') ? text : `${text}.0`
  return text.includes('.') ? text : text.replace('e', '.0e')
}
