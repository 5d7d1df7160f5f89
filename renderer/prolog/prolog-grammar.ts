/** What a stretch of Prolog text is, for its colour. */
export type PrologToken =
  | 'comment'
  | 'predicate'
  | 'atom'
  | 'quoted'
  | 'variable'
  | 'number'
  | 'operator'
  | 'punctuation'

/** The kinds of token in the order in which they are tried, each by what it begins with; all else is blank. */
export const prologTokens: readonly (readonly [RegExp, PrologToken])[] = [
  [/%.*/, 'comment'],
  [/'(?:[^'\\]|\\.|'')*'(?=\()/, 'predicate'],
  [/'(?:[^'\\]|\\.|'')*'?/, 'quoted'],
  [/"(?:[^"\\]|\\.|"")*"?/, 'quoted'],
  [/0'(?:\\.|''|[^\\])/, 'number'],
  [/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
  [/[a-z]\w*(?=\()/, 'predicate'],
  [/[a-z]\w*/, 'atom'],
  [/[A-Z_]\w*/, 'variable'],
  [/[+\-*/\\^<>=~:.?@#&$!]+/, 'operator'],
  [/[()[\]{},;|]/, 'punctuation'],
]

/** The same grammar as Monaco wants it (Monarch): beside the tokens it knows comments that go over several lines. */
export const prologMonarch = {
  tokenizer: {
    root: [[/\/\*/, 'comment', '@comment'] as const, ...prologTokens],
    comment: [[/[^*]+/, 'comment'] as const, [/\*\//, 'comment', '@pop'] as const, [/\*/, 'comment'] as const],
  },
}
