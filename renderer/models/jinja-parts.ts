/** A stretch of a Jinja template: words as they are, a statement, a value that is put in, a remark. */
export interface JinjaPart {
  readonly kind: 'text' | 'statement' | 'value' | 'remark'
  readonly text: string
}

const kinds: Readonly<Record<string, JinjaPart['kind']>> = { '{%': 'statement', '{{': 'value', '{#': 'remark' }

/** Cuts a template into its stretches; together they are the template. */
export function jinjaParts(template: string): JinjaPart[] {
  return template
    .split(/(\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{#[\s\S]*?#\})/)
    .filter((text) => text !== '')
    .map((text) => ({ kind: kinds[text.slice(0, 2)] ?? 'text', text }))
}
