import { unescapeQuoted } from './quoted-text.ts'

export type Token = (
  | { readonly type: 'atom'; readonly name: string; readonly quoted: boolean }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'number'; readonly value: number; readonly float: boolean }
  /** Double-quoted text (a list of characters) or back-quoted text (a list of character codes). */
  | { readonly type: 'text'; readonly value: string; readonly quote: '"' | '`' }
  | { readonly type: 'punctuation'; readonly name: string }
  | { readonly type: 'end' }
  | { readonly type: 'error'; readonly message: string }
) & { readonly start: number; readonly end: number }

const layout = /(?:\s+|%[^\n]*|\/\*[\s\S]*?\*\/)+/y
const variable = /[\p{Lu}\p{Lt}_][\p{L}\p{M}\p{Nd}_]*/uy
const name = /[\p{Ll}\p{Lo}][\p{L}\p{M}\p{Nd}_]*/uy
const symbol = /[#$&*+\-./:<=>?@^~\\]+/y
const endMark = /\.(?=\s|%|$)/y
const based = /0(?:x[0-9a-fA-F]+|o[0-7]+|b[01]+)/y
const decimal = /\d+(?:\.\d+(?:[eE][+-]?\d+)?)?/y
const characterCode = /0'(?:''|\\x[0-9a-fA-F]+\\|\\[0-7]+\\|\\[abefnrstv0\\'"`]|[^\\'\n])/uy
const quoted = /(['"`])(?:\\x[0-9a-fA-F]+\\|\\[0-7]+\\|\\\n|\\[^\n]|(?!\1)[^\\\n]|\1\1)*\1/uy

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** The token at or after `at`; undefined at the end of the text. Linear in the token's length. */
export function nextToken(text: string, at: number): Token | undefined {
  const start = at + (match(layout, text, at)?.length ?? 0)
  const first = text[start]
  if (first === undefined) return undefined
  if (text.startsWith('/*', start)) {
    return { type: 'error', message: 'a comment that is never closed', start, end: text.length }
  }
  if (/\d/.test(first)) return numberToken(text, start)
  if (first === "'" || first === '"' || first === '`') return quotedToken(text, start, first)
  if ('()[]{},|'.includes(first)) return { type: 'punctuation', name: first, start, end: start + 1 }
  if (first === '!' || first === ';') return { type: 'atom', name: first, quoted: false, start, end: start + 1 }
  if (match(endMark, text, start) !== undefined) return { type: 'end', start, end: start + 1 }
  const word = match(name, text, start) ?? match(symbol, text, start)
  if (word !== undefined) return { type: 'atom', name: word, quoted: false, start, end: start + word.length }
  const variableName = match(variable, text, start)
  if (variableName !== undefined) {
    return { type: 'variable', name: variableName, start, end: start + variableName.length }
  }
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0)
  return {
    type: 'error',
    message: `an unexpected character ${JSON.stringify(character)}`,
    start,
    end: start + character.length,
  }
}

function numberToken(text: string, start: number): Token {
  const code = match(characterCode, text, start)
  if (code !== undefined) {
    const body = code.slice(2)
    const value = (body === "''" ? "'" : unescapeQuoted(body, "'"))?.codePointAt(0) ?? 0
    return { type: 'number', value, float: false, start, end: start + code.length }
  }
  const digits = match(based, text, start) ?? match(decimal, text, start) ?? ''
  const float = /[.]/.test(digits)
  const end = start + digits.length
  return { type: 'number', value: Number(digits), float, start, end }
}

function quotedToken(text: string, start: number, quote: "'" | '"' | '`'): Token {
  const whole = match(quoted, text, start)
  if (whole === undefined) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd === -1 ? text.length : lineEnd
    return { type: 'error', message: `a quote ${quote} that is not closed on its line`, start, end }
  }
  const end = start + whole.length
  const value = unescapeQuoted(whole.slice(1, -1), quote)
  if (value === undefined) return { type: 'error', message: 'an unknown escape sequence in quotes', start, end }
  if (quote === "'") return { type: 'atom', name: value, quoted: true, start, end }
  return { type: 'text', value, quote, start, end }
}
