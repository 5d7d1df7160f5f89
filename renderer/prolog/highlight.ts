import { type PrologToken, prologTokens } from './prolog-grammar.ts'

export interface HighlightedPiece {
  readonly text: string
  /** Absent for blanks and what no rule knows. */
  readonly token?: PrologToken
}

const rules = prologTokens.map(([pattern, token]) => ({ pattern: new RegExp(pattern.source, 'y'), token }))

/** Cuts one line of Prolog into coloured pieces; together they are the line. */
export function highlightProlog(line: string): HighlightedPiece[] {
  const pieces: HighlightedPiece[] = []
  let plain = ''
  let at = 0
  while (at < line.length) {
    const found = firstMatch(line, at)
    if (found === undefined) {
      plain += line[at]
      at += 1
      continue
    }
    if (plain !== '') pieces.push({ text: plain })
    plain = ''
    pieces.push(found)
    at += found.text.length
  }
  return plain === '' ? pieces : [...pieces, { text: plain }]
}

function firstMatch(line: string, at: number): HighlightedPiece | undefined {
  for (const { pattern, token } of rules) {
    pattern.lastIndex = at
    const text = pattern.exec(line)?.[0]
    if (text !== undefined && text !== '') return { text, token }
  }
  return undefined
}
