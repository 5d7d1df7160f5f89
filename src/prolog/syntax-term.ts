import type { Term } from '../planning/term.ts'

/** A term as read, with UTF-16 offsets into its text (end excluded). */
export type SyntaxTerm = (
  | { readonly type: 'atom'; readonly name: string; readonly quoted: boolean }
  | { readonly type: 'number'; readonly value: number; readonly float: boolean }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'list'; readonly items: readonly SyntaxTerm[]; readonly tail?: SyntaxTerm }
  | { readonly type: 'compound'; readonly functor: string; readonly args: readonly SyntaxTerm[] }
) & { readonly start: number; readonly end: number }

/** The plain term. A list with an open tail becomes nested pairs of the functor `'.'`. */
export function toTerm(syntax: SyntaxTerm): Term {
  switch (syntax.type) {
    case 'atom':
      return { type: 'atom', name: syntax.name }
    case 'number':
      return { type: 'number', value: syntax.value }
    case 'variable':
      return { type: 'variable', name: syntax.name }
    case 'compound':
      return { type: 'compound', functor: syntax.functor, args: syntax.args.map(toTerm) }
    case 'list':
      return listTerm(syntax.items.map(toTerm), syntax.tail && toTerm(syntax.tail))
  }
}

/** A list of the items and whatever tail follows them; no tail, or a list as tail, makes a proper list. */
export function listTerm(items: readonly Term[], tail: Term | undefined): Term {
  if (tail === undefined) return { type: 'list', items: [...items] }
  if (tail.type === 'list') return { type: 'list', items: [...items, ...tail.items] }
  return items.reduceRight<Term>((rest, item) => ({ type: 'compound', functor: '.', args: [item, rest] }), tail)
}

/** `busy/4`; undefined for what can't be a goal. */
export function indicatorOf(term: SyntaxTerm): string | undefined {
  if (term.type === 'atom') return `${term.name}/0`
  if (term.type === 'compound') return `${term.functor}/${term.args.length}`
  return undefined
}
