import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TemplateVariable } from '../../planning/prompt-template.ts'
import { escapeTemplate } from './read-template.ts'
import { renderTemplate, type TemplateValues } from './render-template.ts'

const variables: TemplateVariable[] = [
  { name: 'text', doc: '' },
  { name: 'facts', doc: '', fields: [{ name: 'name', doc: '' }] },
]
const values: TemplateValues = { text: 'Meet {{facts}} & <b>', facts: [{ name: 'busy' }, { name: 'free' }] }
const render = (text: string) => renderTemplate(text, variables, values)
const complaints = (text: string) =>
  render(text).diagnostics.map(({ column, endColumn, line, message }) => [
    `${line}:${column}-${endColumn}`,
    message.replace(/[:.].*/s, ''),
  ])

describe('a template', () => {
  it('takes values as they are: nothing escaped, no tag in them read', () => {
    expect(render('> {{text}} {{ text }}').text).toBe('> Meet {{facts}} & <b> Meet {{facts}} & <b>')
  })

  it('repeats a list, and a tag alone on its line leaves no line behind', () => {
    expect(render('Facts:\n{{#facts}}\n- {{name}} {{text}}\n  {{/facts}}  \nEnd').text).toBe(
      'Facts:\n- busy Meet {{facts}} & <b>\n- free Meet {{facts}} & <b>\nEnd',
    )
    expect(render('{{#facts}}{{name}}, {{/facts}}').text).toBe('busy, free, ')
  })

  it('loses the line breaks at its end', () => {
    expect(render('a\n\n').text).toBe('a')
  })

  it('writes two braces for \\{{', () => {
    expect(render('\\{{text}} and {{text}}').text).toBe('{{text}} and Meet {{facts}} & <b>')
  })

  it.each([
    ['a\n {{txt}}', '2:2-9', 'There is no variable txt here'],
    ['{{name}}', '1:1-9', 'There is no variable name here'],
    ['{{facts}}', '1:1-10', 'facts is a list'],
    ['{{#text}}{{/text}}', '1:1-10', 'text is no list'],
    ['x{{#facts}}y', '1:2-12', 'The list facts is not closed'],
    ['{{/facts}}', '1:1-11', 'There is no open list facts to close'],
    ['{{#facts}}{{#facts}}{{/facts}}', '1:11-21', 'A list cannot stand inside a list'],
    ['{{text\n}}', '1:1-3', 'This tag is not closed'],
    ['{{a b}}', '1:1-8', 'A tag is {{name}}, {{#list}} or {{/list}}'],
    ['{{constructor}}', '1:1-16', 'There is no variable constructor here'],
  ])('says where something is wrong: %j', (text, place, message) => {
    expect(complaints(text)).toEqual([[place, message]])
  })

  it('names what there is instead', () => {
    expect(render('{{txt}}').diagnostics[0]?.message).toBe('There is no variable txt here. There are: text, facts.')
  })
})

describe('whatever is written', () => {
  const piece = fc.constantFrom('{{', '}}', '#', '/', 'text', 'facts', 'name', '\n', ' ', '\\', '{', 'é', '{{text}}')
  const anyText = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  )

  it('is rendered, and complaints point into it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split('\n')
        for (const { column, endColumn, line } of render(text).diagnostics) {
          expect(endColumn).toBeGreaterThan(column)
          expect(endColumn).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
        }
      }),
    )
  })

  it('comes out as it is, once it is escaped', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { diagnostics, text: written } = render(escapeTemplate(text))
        expect(diagnostics).toEqual([])
        expect(written).toBe(text.replace(/\n+$/, ''))
      }),
    )
  })

  it('is put in whole where a variable stands, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(renderTemplate('[{{text}}]', variables, { text: value }).text).toBe(`[${value}]`)
      }),
    )
  })

  it('is read in time that grows with its length, were it nothing but tags', () => {
    const startMs = performance.now()
    renderTemplate('{{#facts}}'.repeat(20_000) + ' {{'.repeat(20_000), variables, values)
    expect(performance.now() - startMs).toBeLessThan(2000)
  })
})
