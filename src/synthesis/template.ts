import type { RandomSource } from '../base/random.ts'

/**
 * The language of phrases: literal text, `(a|b|c)` for a choice (nested, empty allowed), `{slot}` for a slot.
 * `(x|)` is an optional x. A backslash takes the next character as it is.
 */
export type TemplateNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'slot'; readonly name: string }
  | { readonly type: 'choice'; readonly options: readonly (readonly TemplateNode[])[] }

const cache = new Map<string, readonly TemplateNode[]>()

export function parseTemplate(template: string): readonly TemplateNode[] {
  const known = cache.get(template)
  if (known !== undefined) return known
  const parsed = parseSequence(template, 0, false)
  cache.set(template, parsed.nodes)
  return parsed.nodes
}

function parseSequence(template: string, start: number, inChoice: boolean): { nodes: TemplateNode[]; end: number } {
  const nodes: TemplateNode[] = []
  let text = ''
  const flush = () => {
    if (text !== '') nodes.push({ type: 'text', text })
    text = ''
  }
  let index = start
  while (index < template.length) {
    const char = template[index] ?? ''
    if (char === '\\') {
      text += template[index + 1] ?? ''
      index += 2
    } else if (char === '{') {
      const close = template.indexOf('}', index)
      if (close < 0) throw new SyntaxError(`unclosed slot in phrase: ${template}`)
      flush()
      nodes.push({ type: 'slot', name: template.slice(index + 1, close) })
      index = close + 1
    } else if (char === '(') {
      flush()
      const options: TemplateNode[][] = []
      do {
        const option = parseSequence(template, index + 1, true)
        options.push(option.nodes)
        index = option.end
      } while (template[index] === '|')
      if (template[index] !== ')') throw new SyntaxError(`unclosed choice in phrase: ${template}`)
      nodes.push({ type: 'choice', options })
      index += 1
    } else if (inChoice && (char === '|' || char === ')')) {
      break
    } else if (char === ')' || char === '|') {
      throw new SyntaxError(`stray "${char}" in phrase: ${template}`)
    } else {
      text += char
      index += 1
    }
  }
  flush()
  return { nodes, end: index }
}

/** The same phrase with each choice made. */
export function settleChoices(nodes: readonly TemplateNode[], random: RandomSource): TemplateNode[] {
  return nodes.flatMap((node) => (node.type === 'choice' ? settleChoices(random.pick(node.options), random) : [node]))
}

/** The phrase with every choice made once, to be written several times alike. */
export function settleTemplate(template: string, pick: <T>(options: readonly T[]) => T): string {
  const write = (nodes: readonly TemplateNode[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'choice') return write(pick(node.options))
        return node.type === 'slot' ? `{${node.name}}` : node.text.replaceAll(/[\\(){}|]/g, '\\$&')
      })
      .join('')
  return write(parseTemplate(template))
}

/** The slots that a phrase may show, in order of appearance, each once. */
export function slotsOf(nodes: readonly TemplateNode[]): string[] {
  const names = new Set<string>()
  const visit = (list: readonly TemplateNode[]): void => {
    for (const node of list) {
      if (node.type === 'slot') names.add(node.name)
      if (node.type === 'choice') for (const option of node.options) visit(option)
    }
  }
  visit(nodes)
  return [...names]
}
