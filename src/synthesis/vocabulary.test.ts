import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { smallModelVocabulary } from './vocabulary.ts'

it('is the vocabulary that models are trained with', () => {
  const file = new URL('../../models/training/vocabulary.json', import.meta.url)

  expect(smallModelVocabulary()).toEqual(JSON.parse(readFileSync(file, 'utf8')))
})

it('holds no token twice', () => {
  const { completion, structure } = smallModelVocabulary()

  expect(new Set([...completion, ...structure]).size).toBe(completion.length + structure.length)
})
