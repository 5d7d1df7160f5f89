import { expect, it } from 'vitest'
import { createRandom } from '../base/random.ts'
import { structure } from '../formalization/small-model-prompt.ts'
import { composers } from './compose/registry.ts'
import { joinLessons } from './lesson.ts'
import { trainingRows } from './training-rows.ts'

const rows = Array.from({ length: 60 }, (_, seed) => {
  const random = createRandom(seed)
  const composer = random.pick(composers)
  return trainingRows(composer.compose(random, { split: 'train', benchmarkShare: 0.1 }, random.next())).rows
})

it('lessons ask what the rows ask', () => {
  const asked = rows.flatMap((some) =>
    joinLessons(some).flatMap(({ completions, parts }) =>
      completions.map((completion, index) => ({
        prompt: parts.slice(0, index + 1).join('') + structure.answer,
        completion,
      })),
    ),
  )

  expect(asked).toEqual(rows.flat().map(({ completion, prompt }) => ({ prompt, completion })))
})

it('most rows share their text with another', () => {
  expect(rows.flatMap(joinLessons).length).toBeLessThan(rows.flat().length / 2)
})
