import type { Script } from '../../src/language-models/test/scripted-language-model.ts'
import { scriptedProblems } from './scripted-facts.ts'

/** Words of a system message that make the scripted chat model read to the end. */
export const carefulWords = 'Read every sentence'

/**
 * Answers as a chat model would that knows the scripted problems, but leaves out what people would rather not, unless it
 * is told to be careful.
 */
export const chatScript: Script = (request) => {
  if (!('messages' in request)) return ''
  const asked = request.messages.findLast(({ content, role }) => role === 'user' && /^1: /m.test(content))
  const problem = asked?.content ?? request.messages.at(-1)?.content ?? ''
  const known = scriptedProblems.find(({ sign }) => problem.includes(sign))
  if (asked === undefined) return known?.domain ?? 'none'
  const isCareful = request.messages.some(({ content, role }) => role === 'system' && content.includes(carefulWords))
  const lines = [...problem.matchAll(/^(\d+): (.*)$/gm)].flatMap(([, number = '', sentence = '']) => {
    const facts = (known?.facts ?? []).filter(([hint]) => sentence.includes(hint))
    const told = facts.filter(([, predicate]) => isCareful || predicate !== 'not_before')
    if (told.length > 0) {
      return told.map(([, predicate, ...args]) => {
        const written = args.map((arg) => (arg === null ? '-' : `"${arg}"`)).join(', ')
        return `${number} ${predicate}(${written})`
      })
    }
    return facts.length > 0 ? [] : [`${number} none`]
  })
  return `${lines.join('\n')}\n`
}
