import type { SyntaxTerm } from '../syntax-term.ts'

export type Directive =
  | { readonly type: 'dynamic'; readonly indicators: readonly string[] }
  | { readonly type: 'discontiguous' }
  | { readonly type: 'use-lists' }

/** One of the directives a program may have; undefined for any other. */
export function directiveOf(clause: SyntaxTerm): Directive | undefined {
  const goal = clause.type === 'compound' && clause.functor === ':-' ? clause.args[0] : undefined
  if (goal?.type !== 'compound') return undefined
  if (goal.functor === 'use_module') return importsLists(goal.args) ? { type: 'use-lists' } : undefined
  if (goal.functor !== 'dynamic' && goal.functor !== 'discontiguous') return undefined
  const indicators = goal.args.flatMap(indicatorsIn)
  if (indicators.includes(undefined)) return undefined
  if (goal.functor === 'discontiguous') return { type: 'discontiguous' }
  return { type: 'dynamic', indicators: indicators.filter((indicator) => indicator !== undefined) }
}

function importsLists(args: readonly SyntaxTerm[]): boolean {
  const [library] = args
  if (args.length > 2 || library?.type !== 'compound' || library.functor !== 'library') return false
  const [name] = library.args
  return library.args.length === 1 && name?.type === 'atom' && name.name === 'lists'
}

/** `a/1, b/2` and `[a/1, b/2]`; undefined stands for what is no indicator. */
function indicatorsIn(term: SyntaxTerm): (string | undefined)[] {
  if (term.type === 'list') return term.tail === undefined ? term.items.flatMap(indicatorsIn) : [undefined]
  if (term.type !== 'compound' || term.args.length !== 2) return [undefined]
  if (term.functor === ',') return term.args.flatMap(indicatorsIn)
  const [name, arity] = term.args
  if (term.functor !== '/' || name?.type !== 'atom' || arity?.type !== 'number') return [undefined]
  return Number.isInteger(arity.value) && arity.value >= 0 ? [`${name.name}/${arity.value}`] : [undefined]
}
