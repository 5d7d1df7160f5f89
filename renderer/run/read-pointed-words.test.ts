import { expect, it } from 'vitest'
import { calendarFacts } from '../../src/domains/calendar/facts.ts'
import { readCompletion, writeCompletion } from '../../src/formalization/completion.ts'
import { segmentText } from '../../src/formalization/segmenter.ts'
import { markSegment } from '../../src/formalization/small-model-prompt.ts'
import { readPointedWords } from './read-pointed-words.ts'

const text = 'Ana Lima is busy on Monday from 9:00 to 10:30.'
const [segment] = segmentText(text)
if (segment === undefined) throw new Error('the text has no segment')
const { marked, prompt } = markSegment(text, segment, 'calendar')
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const busy = { predicate: 'busy', args: [at('Ana Lima'), at('Monday'), at('9:00'), at('10:30')] }
const earliest = { predicate: 'earliest', args: [] }
const completion = writeCompletion([busy, earliest, { ...busy, args: [null, null, at('9:00'), null] }], marked) ?? ''

it('reads what the engine reads', () => {
  expect(readCompletion(completion, calendarFacts, marked).status).toBe('facts')
  expect(readPointedWords(prompt, completion)).toEqual([
    "busy('Ana Lima', 'Monday', '9:00', '10:30').",
    'earliest.',
    "busy(any, any, '9:00', any",
  ])
})

it('reads a fact that is half written', () => {
  expect(readPointedWords(prompt, completion.slice(0, 'busy:'.length + 3))).toEqual(["busy('Ana Lima', 'Monday'"])
  expect(readPointedWords(prompt, 'bu')).toEqual(['bu'])
})

it('shows nothing where there is no constraint', () => {
  expect(readPointedWords(prompt, 'none:')).toEqual([])
})

it('gives the words of a model that points at nothing as they are', () => {
  expect(readPointedWords('You translate.', "day('Monday').\n\nbusy(")).toEqual(["day('Monday').", 'busy('])
})
