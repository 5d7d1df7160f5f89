import type { TemplateDiagnostic } from '../../planning/prompt-template.ts'

/** A piece of a template. Offsets are those of its tag. */
export type TemplateNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'variable'; readonly name: string; readonly start: number; readonly end: number }
  | {
      readonly type: 'section'
      readonly name: string
      readonly start: number
      readonly end: number
      readonly nodes: readonly TemplateNode[]
    }

export interface TemplateReading {
  readonly nodes: readonly TemplateNode[]
  readonly diagnostics: readonly TemplateDiagnostic[]
}

interface OpenSection {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly nodes: TemplateNode[]
}

/**
 * Reads `{{name}}` and `{{#list}}…{{/list}}`; `\{{` is two braces. A section's tag that has a line to itself leaves no line
 * behind. Reads any text to its end: what is no tag stays as it is written, with a diagnostic.
 */
export function readTemplate(text: string): TemplateReading {
  const reader = new TemplateReader(text)
  reader.read()
  return { nodes: reader.nodes, diagnostics: reader.diagnostics }
}

/** `\{{` before what would be read as a tag. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('{{', '\\{{')
}

/** Longer than any name: a tag is looked for no further. */
const longestTag = 120

class TemplateReader {
  readonly nodes: TemplateNode[] = []
  readonly diagnostics: TemplateDiagnostic[] = []
  readonly #text: string
  readonly #position: (offset: number) => { line: number; column: number }
  #section: OpenSection | undefined

  constructor(text: string) {
    this.#text = text
    this.#position = positionsOf(text)
  }

  read(): void {
    const text = this.#text
    let at = 0
    while (at < text.length) {
      const open = text.indexOf('{{', at)
      if (open < 0) break
      if (open > at && text[open - 1] === '\\') {
        this.#write(`${text.slice(at, open - 1)}{{`)
        at = open + 2
        continue
      }
      at = this.#tag(at, open)
    }
    this.#write(text.slice(at))
    const section = this.#section
    if (section === undefined) return
    this.#section = undefined
    this.nodes.push({ type: 'section', ...section })
    this.#complain(section, `The list ${section.name} is not closed: {{/${section.name}}} is missing.`)
  }

  /** Reads the tag at `open`, writes what stands between `at` and it; answers where to go on. */
  #tag(at: number, open: number): number {
    const text = this.#text
    const [rest = ''] = text.slice(open + 2, open + 2 + longestTag).split('\n', 1)
    const length = rest.indexOf('}}')
    if (length < 0) {
      this.#write(text.slice(at, open + 2))
      this.#complain(
        { start: open, end: open + 2 },
        'This tag is not closed: }} is missing. Write \\{{ for two braces.',
      )
      return open + 2
    }
    const end = open + 2 + length + 2
    const match = /^[ \t]*([#/]?)[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*$/.exec(rest.slice(0, length))
    if (match === null) {
      this.#write(text.slice(at, end))
      this.#complain({ start: open, end }, 'A tag is {{name}}, {{#list}} or {{/list}}. Write \\{{ for two braces.')
      return end
    }
    const [, sign = '', name = ''] = match
    const tag = { name, start: open, end }
    if (sign === '') {
      this.#write(text.slice(at, open))
      this.#add({ type: 'variable', ...tag })
      return end
    }
    const line = ownLine(text, open, end)
    this.#write(text.slice(at, Math.max(at, line?.start ?? open)))
    if (sign === '#') this.#open(tag)
    else this.#close(tag)
    return line?.end ?? end
  }

  #open(tag: { name: string; start: number; end: number }): void {
    if (this.#section === undefined) this.#section = { ...tag, nodes: [] }
    else this.#complain(tag, `A list cannot stand inside a list: close ${this.#section.name} first.`)
  }

  #close(tag: { name: string; start: number; end: number }): void {
    const section = this.#section
    if (section?.name !== tag.name) {
      this.#complain(tag, `There is no open list ${tag.name} to close.`)
      return
    }
    this.#section = undefined
    this.nodes.push({ type: 'section', ...section })
  }

  #write(text: string): void {
    if (text !== '') this.#add({ type: 'text', text })
  }

  #add(node: TemplateNode): void {
    const nodes = this.#section?.nodes ?? this.nodes
    nodes.push(node)
  }

  #complain(at: { start: number; end: number }, message: string): void {
    const { column, line } = this.#position(at.start)
    this.diagnostics.push({ message, line, column, endColumn: column + at.end - at.start })
  }
}

/** The whole line of a tag, line break and all, where nothing else stands on it. */
function ownLine(text: string, open: number, close: number): { start: number; end: number } | undefined {
  let start = open
  while (isBlank(text[start - 1])) start -= 1
  let end = close
  while (isBlank(text[end])) end += 1
  if ((start > 0 && text[start - 1] !== '\n') || (end < text.length && text[end] !== '\n')) return undefined
  return { start, end: Math.min(text.length, end + 1) }
}

const isBlank = (char: string | undefined) => char === ' ' || char === '\t'

/** Line and column of an offset, both from 1. */
export function positionsOf(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
