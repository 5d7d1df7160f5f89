import type { TemplateDiagnostic, TemplateVariable } from '../../planning/prompt-template.ts'
import { positionsOf, readTemplate, type TemplateNode } from './read-template.ts'

/** What the variables of a template stand for: text, or a list of entries. */
export type TemplateValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>

export interface RenderedTemplate {
  /** As far as it can be rendered where there are diagnostics. */
  readonly text: string
  readonly diagnostics: readonly TemplateDiagnostic[]
}

/**
 * A template with its variables filled in, as they are: nothing is escaped, nothing inserted is read as a tag again. Line
 * breaks at the end fall away. What the template asks for and does not know is a diagnostic.
 */
export function renderTemplate(
  text: string,
  variables: readonly TemplateVariable[],
  values: TemplateValues,
): RenderedTemplate {
  const { diagnostics, nodes } = readTemplate(text)
  const found = [...diagnostics, ...checkNames(text, nodes, variables)]
  found.sort((a, b) => a.line - b.line || a.column - b.column)
  return { text: withoutLastBreaks(write(nodes, values)), diagnostics: found }
}

/** What is wrong with a template, whatever it is filled with. */
export function checkTemplate(text: string, variables: readonly TemplateVariable[]): readonly TemplateDiagnostic[] {
  return renderTemplate(text, variables, {}).diagnostics
}

function write(nodes: readonly TemplateNode[], values: TemplateValues): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text
      const value = Object.hasOwn(values, node.name) ? values[node.name] : undefined
      if (node.type === 'variable') return typeof value === 'string' ? value : ''
      const entries = typeof value === 'object' ? value : []
      return entries.map((entry) => write(node.nodes, { ...values, ...entry })).join('')
    })
    .join('')
}

function withoutLastBreaks(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === '\n') end -= 1
  return text.slice(0, end)
}

function* wrongNames(
  nodes: readonly TemplateNode[],
  known: readonly TemplateVariable[],
): Generator<{ message: string; start: number; end: number }> {
  for (const node of nodes) {
    if (node.type === 'text') continue
    const { end, name, start } = node
    const variable = known.find((one) => one.name === name)
    if (variable === undefined) {
      yield { start, end, message: `There is no variable ${name} here. ${thereAre(known)}` }
    } else if (node.type === 'variable' && variable.fields !== undefined) {
      yield { start, end, message: `${name} is a list: write {{#${name}}} … {{/${name}}}.` }
    } else if (node.type === 'section' && variable.fields === undefined) {
      yield { start, end, message: `${name} is no list: write {{${name}}}.` }
    }
    if (node.type === 'section') yield* wrongNames(node.nodes, [...(variable?.fields ?? []), ...known])
  }
}

function thereAre(known: readonly TemplateVariable[]): string {
  return known.length === 0 ? 'This template has none.' : `There are: ${known.map((one) => one.name).join(', ')}.`
}

function checkNames(
  text: string,
  nodes: readonly TemplateNode[],
  variables: readonly TemplateVariable[],
): TemplateDiagnostic[] {
  const position = positionsOf(text)
  return [...wrongNames(nodes, variables)].map(({ end, message, start }) => {
    const { column, line } = position(start)
    return { message, line, column, endColumn: column + end - start }
  })
}
