import { expect, it } from 'vitest'
import { checkSameProblems } from './check-same-problems.ts'
import { textSha256 } from './prediction.ts'
import { predictionWith } from './test/prediction.ts'
import { sampleWith } from './test/sample.ts'

const samples = [sampleWith({ id: 'a', text: 'An hour on Monday.' }), sampleWith({ id: 'b', text: 'On Tuesday.' })]
const answerTo = (id: string, text: string) => predictionWith({ id, textSha256: textSha256(text) })

it('names problems that were answered in another wording', () => {
  const earlier = [answerTo('a', 'An hour on Monday.'), answerTo('b', 'On Friday.')]

  expect(() => checkSameProblems(samples, earlier, '/out')).toThrow(
    '1 problem has another text than when it was answered in /out (b).',
  )
})

it('takes what is as it was, what is not asked for, and what earlier versions did not record', () => {
  const earlier = [
    answerTo('a', 'An hour on Monday.'),
    predictionWith({ id: 'b', textSha256: null }),
    answerTo('c', 'Anything.'),
  ]

  expect(() => checkSameProblems(samples, earlier, '/out')).not.toThrow()
})
