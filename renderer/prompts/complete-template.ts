import type { TemplateVariable } from '../../src/planning/prompt-template.ts'

export interface TemplateCompletion {
  readonly label: string
  readonly doc: string
  /** What is written in place of the braces and the letters before the cursor. */
  readonly insert: string
}

export interface CompletionPlace {
  /** How many units before the cursor it replaces. */
  readonly length: number
  readonly completions: readonly TemplateCompletion[]
}

/** What can be written where `before` ends; nothing outside of a tag that is being written. */
export function completeTemplate(before: string, variables: readonly TemplateVariable[]): CompletionPlace | undefined {
  const match = /(?<!\\)\{\{[ \t]*([#/]?)[ \t]*([A-Za-z0-9]*)$/.exec(before)
  if (match === null) return undefined
  const open = openSection(before, variables)
  const fields = (open?.fields ?? []).map((field) => ({
    label: field.name,
    doc: field.doc,
    insert: `{{${field.name}}}`,
  }))
  const end = open === undefined ? [] : [{ label: `/${open.name}`, doc: open.doc, insert: `{{/${open.name}}}` }]
  const outer = variables.flatMap(({ doc, fields: entries, name }) => {
    if (entries === undefined) return [{ label: name, doc, insert: `{{${name}}}` }]
    return open === undefined ? [{ label: `#${name}`, doc, insert: `{{#${name}}}{{/${name}}}` }] : []
  })
  return { length: match[0].length, completions: [...fields, ...end, ...outer] }
}

/** The list in whose section the cursor stands. */
function openSection(before: string, variables: readonly TemplateVariable[]): TemplateVariable | undefined {
  const last = [...before.matchAll(/\{\{[ \t]*([#/])[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*\}\}/g)].at(-1)
  if (last?.[1] !== '#') return undefined
  return variables.find(({ fields, name }) => name === last[2] && fields !== undefined)
}
