/** A place in a Prolog text. */
export interface SourcePosition {
  /** UTF-16 offset into the text. */
  readonly offset: number
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
}

/** A stretch of a Prolog text, end excluded. */
export interface SourceRange {
  readonly start: SourcePosition
  readonly end: SourcePosition
}

export type PrologDiagnosticCode =
  | 'syntax-error'
  | 'too-deep'
  | 'number-too-large'
  | 'text-too-large'
  | 'not-a-clause'
  | 'not-a-fact'
  | 'built-in-not-allowed'
  | 'built-in-redefined'
  | 'directive-not-allowed'
  | 'module-qualified'
  | 'grammar-rule'

/** Something to say about a program or a goal. */
export interface PrologDiagnostic {
  readonly severity: 'error' | 'warning'
  readonly code: PrologDiagnosticCode
  /** One sentence a user can read. */
  readonly message: string
  /** Which of the two texts of a query `range` points into. */
  readonly source: 'program' | 'goal'
  readonly range: SourceRange
  /** The clause's number in the program, from 0, directives included; absent for a goal. */
  readonly clause?: number
}

/** Turns offsets into lines and columns in logarithmic time. */
export class LineIndex {
  private readonly starts: number[] = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  position(offset: number): SourcePosition {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { offset, line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 }
  }

  range(start: number, end: number): SourceRange {
    return { start: this.position(start), end: this.position(end) }
  }
}
