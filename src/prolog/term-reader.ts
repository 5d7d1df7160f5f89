import { infixOperators, prefixOperators } from './operators.ts'
import type { PrologDiagnosticCode } from './prolog-diagnostic.ts'
import type { SyntaxTerm } from './syntax-term.ts'
import { nextToken, type Token } from './tokenizer.ts'

/** Why a term could not be read; caught by those who read texts and turned into a diagnostic. */
export class ReadFailure extends Error {
  readonly code: PrologDiagnosticCode
  readonly start: number
  readonly end: number

  constructor(code: PrologDiagnosticCode, message: string, at: { readonly start: number; readonly end: number }) {
    super(message)
    this.code = code
    this.start = at.start
    this.end = at.end
  }
}

interface Operand {
  readonly term: SyntaxTerm
  readonly priority: number
}

/** Deeper terms than this are refused: they would only overflow a stack further on. */
const maxDepth = 1000
const argumentPriority = 999

/** Reads terms from a text, one after another, by operator precedence. */
export class TermReader {
  private readonly text: string
  private token: Token | undefined
  private next: Token | undefined
  private depth = 0

  constructor(text: string) {
    this.text = text
    this.token = nextToken(text, 0)
    this.next = this.token && nextToken(text, this.token.end)
  }

  /** Where the next token starts; undefined at the end of the text. */
  get offset(): number | undefined {
    return this.token?.start
  }

  /** The next term and its full stop, which may be missing at the end of the text where `stop` is optional. */
  readTerm(stop: 'required' | 'optional'): { term: SyntaxTerm; end: number } {
    this.depth = 0
    const { term } = this.expression(1200)
    if (this.token === undefined && stop === 'optional') return { term, end: term.end }
    if (this.token === undefined) {
      throw new ReadFailure('syntax-error', "The full stop '.' of the last clause is missing.", term)
    }
    if (this.token.type !== 'end') throw this.unexpected("an operator or '.'")
    const { end } = this.token
    this.advance()
    return { term, end }
  }

  /** Skips to behind the next full stop, so that reading can go on after an error. */
  recover(): void {
    while (this.token !== undefined && this.token.type !== 'end') this.advance()
    this.advance()
  }

  private advance(): void {
    this.token = this.next
    this.next = this.next && nextToken(this.text, this.next.end)
  }

  private unexpected(wanted: string): ReadFailure {
    const token = this.token
    if (token === undefined) {
      const end = this.text.length
      return new ReadFailure('syntax-error', `Expected ${wanted}, but the text ends here.`, { start: end, end })
    }
    const { start, end } = token
    if (token.type === 'error') return new ReadFailure('syntax-error', `Found ${token.message}.`, token)
    const shown = this.text.slice(start, Math.min(end, start + 40))
    return new ReadFailure('syntax-error', `Expected ${wanted} before ${shown}`, token)
  }

  private expression(max: number): Operand {
    if (++this.depth > maxDepth) {
      const at = this.token?.start ?? this.text.length
      throw new ReadFailure('too-deep', `The term is nested more than ${maxDepth} levels deep.`, { start: at, end: at })
    }
    let left = this.operand(max)
    for (;;) {
      const token = this.token
      const name = token === undefined ? undefined : infixName(token)
      const operator = name === undefined ? undefined : infixOperators.get(name)
      if (name === undefined || operator === undefined) break
      if (operator.priority > max || left.priority > operator.left) break
      this.advance()
      const right = this.expression(operator.right)
      const args = [left.term, right.term]
      const functor = name === '|' ? ';' : name
      const term: SyntaxTerm = { type: 'compound', functor, args, start: left.term.start, end: right.term.end }
      left = { term, priority: operator.priority }
    }
    this.depth--
    return left
  }

  private operand(max: number): Operand {
    const token = this.token
    if (token === undefined) throw this.unexpected('a term')
    const { start, end } = token
    switch (token.type) {
      case 'number':
        this.advance()
        return { term: numberTerm(token, token.value, { start, end }), priority: 0 }
      case 'variable':
        this.advance()
        return { term: { type: 'variable', name: token.name, start, end }, priority: 0 }
      case 'text':
        this.advance()
        return { term: textTerm(token), priority: 0 }
      case 'atom':
        this.advance()
        return this.named(token, max)
      case 'punctuation':
        return { term: this.bracketed(token.name), priority: 0 }
      default:
        throw this.unexpected('a term')
    }
  }

  /** A term that begins with the atom just taken: a compound, a negative number, a prefix operator or the atom. */
  private named(token: Token & { readonly type: 'atom' }, max: number): Operand {
    const { name, quoted, start, end } = token
    const next = this.token
    const atom: Operand = { term: { type: 'atom', name, quoted, start, end }, priority: 0 }
    if (next === undefined) return atom
    if (next.type === 'punctuation' && next.name === '(' && next.start === end) {
      this.advance()
      const { items, end: close } = this.sequence(')')
      return { term: { type: 'compound', functor: name, args: items, start, end: close }, priority: 0 }
    }
    if (name === '-' && !quoted && next.type === 'number' && next.start === end) {
      this.advance()
      return { term: numberTerm(next, -next.value, { start, end: next.end }), priority: 0 }
    }
    const prefix = prefixOperators.get(name)
    if (prefix === undefined || prefix.priority > max || quoted || !this.startsOperand(next)) return atom
    const argument = this.expression(prefix.argument).term
    const term: SyntaxTerm = { type: 'compound', functor: name, args: [argument], start, end: argument.end }
    return { term, priority: prefix.priority }
  }

  /** Whether a prefix operator before `token` takes it as its argument, or stands there as an atom. */
  private startsOperand(token: Token): boolean {
    if (token.type === 'end' || token.type === 'error') return false
    if (token.type === 'punctuation') return '([{'.includes(token.name)
    if (token.type !== 'atom' || !infixOperators.has(token.name)) return true
    const after = this.next
    if (after?.type === 'punctuation' && after.name === '(' && after.start === token.end) return true
    return prefixOperators.has(token.name) && after !== undefined && this.startsOperandAfter(after)
  }

  private startsOperandAfter(token: Token): boolean {
    if (token.type === 'punctuation') return '([{'.includes(token.name)
    return token.type !== 'end' && token.type !== 'error'
  }

  private bracketed(open: string): SyntaxTerm {
    const start = this.token?.start ?? 0
    if (open !== '(' && open !== '[' && open !== '{') throw this.unexpected('a term')
    this.advance()
    if (open === '[') return this.list(start)
    if (open === '{' && this.isPunctuation('}')) {
      const end = this.close('}')
      return { type: 'atom', name: '{}', quoted: false, start, end }
    }
    const inner = this.expression(1200).term
    const end = this.close(open === '(' ? ')' : '}')
    if (open === '{') return { type: 'compound', functor: '{}', args: [inner], start, end }
    return { ...inner, start, end }
  }

  private list(start: number): SyntaxTerm {
    if (this.isPunctuation(']')) return { type: 'list', items: [], start, end: this.close(']') }
    const { items, tail, end } = this.sequence(']')
    if (tail === undefined) return { type: 'list', items, start, end }
    if (tail.type !== 'list') return { type: 'list', items, tail, start, end }
    const rest = tail.tail === undefined ? {} : { tail: tail.tail }
    return { type: 'list', items: [...items, ...tail.items], ...rest, start, end }
  }

  private sequence(close: ')' | ']'): { items: SyntaxTerm[]; tail?: SyntaxTerm; end: number } {
    const items = [this.expression(argumentPriority).term]
    while (this.isPunctuation(',')) {
      this.advance()
      items.push(this.expression(argumentPriority).term)
    }
    if (close === ']' && this.isPunctuation('|')) {
      this.advance()
      const tail = this.expression(argumentPriority).term
      return { items, tail, end: this.close(']') }
    }
    return { items, end: this.close(close) }
  }

  private isPunctuation(name: string): boolean {
    return this.token?.type === 'punctuation' && this.token.name === name
  }

  private close(name: ')' | ']' | '}'): number {
    if (this.token === undefined || !this.isPunctuation(name)) throw this.unexpected(`'${name}', ',' or an operator`)
    const { end } = this.token
    this.advance()
    return end
  }
}

function infixName(token: Token): string | undefined {
  if (token.type === 'atom') return token.name
  return token.type === 'punctuation' && (token.name === ',' || token.name === '|') ? token.name : undefined
}

function numberTerm(token: { readonly float: boolean }, value: number, at: { start: number; end: number }): SyntaxTerm {
  if (Number.isFinite(value) && (token.float || Number.isSafeInteger(value))) {
    return { type: 'number', value, float: token.float, ...at }
  }
  throw new ReadFailure('number-too-large', 'The number is too large: integers go up to 9007199254740991.', at)
}

function textTerm({ value, quote, start, end }: Token & { readonly type: 'text' }): SyntaxTerm {
  const items = Array.from(
    value,
    (character): SyntaxTerm =>
      quote === '"'
        ? { type: 'atom', name: character, quoted: true, start, end }
        : { type: 'number', value: character.codePointAt(0) ?? 0, float: false, start, end },
  )
  return { type: 'list', items, start, end }
}
