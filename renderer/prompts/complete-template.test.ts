import { describe, expect, it } from 'vitest'
import type { TemplateVariable } from '../../src/planning/prompt-template.ts'
import { completeTemplate } from './complete-template.ts'

const variables: TemplateVariable[] = [
  { name: 'domain', doc: 'The kind.' },
  { name: 'facts', doc: 'The facts.', fields: [{ name: 'name', doc: 'Its name.' }] },
]
const offered = (before: string) => completeTemplate(before, variables)?.completions.map(({ insert }) => insert)

describe('in a template', () => {
  it('two braces offer the variables, a list with its end', () => {
    expect(offered('Hello {{')).toEqual(['{{domain}}', '{{#facts}}{{/facts}}'])
    expect(completeTemplate('Hello {{do', variables)?.length).toBe(4)
  })

  it('a list offers what its entries have, its end, and the rest', () => {
    expect(offered('{{#facts}}\n- {{')).toEqual(['{{name}}', '{{/facts}}', '{{domain}}'])
    expect(offered('{{#facts}}{{name}}{{/facts}} {{')).toEqual(['{{domain}}', '{{#facts}}{{/facts}}'])
  })

  it('nothing is offered elsewhere', () => {
    expect([offered('Hello {'), offered('\\{{'), offered('{{domain}}'), offered('{{a b')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
