import type { TemplateDiagnostic } from '../../planning/prompt-template.ts'

export interface WorkedExample {
  readonly problem: string
  readonly answer: string
}

/** The line that parts what is asked from what is answered. */
const divider = /^---[ \t]*$/m

/** Reads the text of an `example`; undefined where it is empty: none is shown. */
export function readWorkedExample(text: string): WorkedExample | undefined {
  if (text.trim() === '') return undefined
  const match = divider.exec(text)
  if (match === null) return undefined
  return {
    problem: text.slice(0, match.index).trim(),
    answer: `${text.slice(match.index + match[0].length).trim()}\n`,
  }
}

export function checkWorkedExample(text: string): TemplateDiagnostic[] {
  if (text.trim() === '' || divider.test(text)) return []
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const message = 'The answer is missing: put a line of three dashes (---) before it.'
  return [{ message, line: lines.length, column: 1, endColumn: last.length + 1 }]
}
