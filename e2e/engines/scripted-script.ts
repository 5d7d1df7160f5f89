import { noConstraint } from '../../src/formalization/completion.ts'
import { structure } from '../../src/formalization/small-model-prompt.ts'
import type { Script } from '../../src/language-models/test/scripted-language-model.ts'
import { type ScriptedFact, scriptedProblems } from './scripted-facts.ts'

interface Word {
  readonly text: string
  readonly marker: string
}

const bare = (text: string) => text.replaceAll(/[\uE000-\uF8FF\s]/gu, '')

/** Answers as a perfect small model would, for the scripted problems; "no constraint" and "none" for all else. */
export const perfectScript: Script = (request) => {
  const prompt = 'prompt' in request ? request.prompt : ''
  if (prompt.startsWith(structure.classify)) {
    return `=${scriptedProblems.find((one) => prompt.includes(one.sign))?.domain ?? 'none'}`
  }
  const before = prompt.lastIndexOf(structure.beforeEnd)
  const segment = prompt.slice(before + 1)
  const words = readWords(segment)
  const domain = Object.entries(structure.domain).find(([, mark]) => prompt.startsWith(mark))?.[0]
  const facts = scriptedProblems
    .filter((one) => one.domain === domain)
    .flatMap((one) => one.facts.filter(([hint]) => bare(segment).includes(bare(hint))))
  const written = facts.map((fact) => writeFact(fact, words)).join('')
  return written === '' ? noConstraint : written
}

function readWords(text: string): Word[] {
  return [...text.matchAll(/([\p{L}\p{M}]+|\d+(?:[:.]\d+)*)([\uE000-\uE0FF])/gu)].map(([, word = '', marker = '']) => ({
    text: word,
    marker,
  }))
}

function writeFact([, predicate, ...args]: ScriptedFact, words: readonly Word[]): string {
  let from = 0
  let written = `${predicate}:`
  for (const arg of args) {
    if (arg === null) {
      written += '_'
      continue
    }
    const wanted = readWords(arg.replaceAll(/([\p{L}\p{M}]+|\d+(?:[:.]\d+)*)/gu, '$1\uE000')).map((one) => one.text)
    const fits = (at: number) => wanted.every((word, index) => words[at + index]?.text === word)
    const places = [...words.keys()].filter(fits)
    const at = places.find((place) => place >= from) ?? places[0]
    if (at === undefined) return ''
    written += (words[at]?.marker ?? '') + (words[at + wanted.length - 1]?.marker ?? '')
    from = at + wanted.length
  }
  return written
}
