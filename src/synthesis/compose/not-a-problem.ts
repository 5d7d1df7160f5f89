import type { RandomSource } from '../../base/random.ts'
import phraseFile from '../non-problem-phrases.json' with { type: 'json' }
import { PhraseBook, type PhraseChoice } from '../phrase-book.ts'
import { type ComposedProblem, ProblemText, type Slots } from '../problem-text.ts'
import { writeMash } from './not-a-problem/mash.ts'
import { slotWords } from './not-a-problem/slot-words.ts'

export const nonProblemPhrases = new PhraseBook(phraseFile)

/** A kind of text: the group of its pieces, how many, what stands between them, and a group that may open it. */
interface Genre {
  readonly group: string
  readonly most: number
  readonly between: readonly string[]
  readonly head?: string
}

const prose = [' ', ' ', ' ', '\n', '\n\n']
const lines = ['\n', '\n', '\n', ', ', '\n- ', '\n* ']
const genres: readonly Genre[] = [
  { group: 'shopping', most: 12, between: lines, head: 'shopping-head' },
  { group: 'recipe', most: 10, between: [' ', '\n', '\n- '], head: 'recipe-head' },
  { group: 'poem', most: 10, between: ['\n'] },
  { group: 'news', most: 8, between: prose },
  { group: 'diary', most: 8, between: prose },
  { group: 'product', most: 8, between: [' ', '\n', '\n• '] },
  { group: 'maths', most: 4, between: prose },
  { group: 'weather', most: 6, between: prose },
  { group: 'joke', most: 5, between: prose },
  { group: 'chatter-plans', most: 7, between: prose },
  { group: 'chatter-plans', most: 7, between: prose },
  { group: 'past-meeting', most: 10, between: [' ', '\n', '\n- '] },
  { group: 'past-meeting', most: 10, between: [' ', '\n', '\n- '] },
  { group: 'travel-blog', most: 9, between: prose },
  { group: 'travel-blog', most: 9, between: prose },
  { group: 'review', most: 7, between: prose },
  { group: 'opening-hours', most: 8, between: ['\n'] },
  { group: 'timetable', most: 12, between: ['\n'] },
  { group: 'other-planning', most: 4, between: prose },
  { group: 'other-planning', most: 2, between: prose },
  { group: 'todo', most: 10, between: ['\n', '\n- '], head: 'todo-head' },
  { group: 'workout', most: 9, between: lines },
  { group: 'question', most: 3, between: prose },
  { group: 'assistant-task', most: 2, between: prose },
  { group: 'email-other', most: 7, between: [' ', '\n', '\n\n'] },
  { group: 'howto', most: 9, between: [' ', '\n', '\n- '] },
  { group: 'encyclopedia', most: 7, between: prose },
  { group: 'sport', most: 7, between: prose },
  { group: 'story', most: 9, between: prose },
  { group: 'advert', most: 5, between: ['\n', '\n\n', ' '] },
  { group: 'chat', most: 7, between: ['\n', ' '] },
  { group: 'legal', most: 7, between: prose },
  { group: 'horoscope', most: 6, between: prose },
  { group: 'science', most: 7, between: prose },
  { group: 'code', most: 7, between: ['\n'] },
  { group: 'markup', most: 9, between: ['\n'] },
  { group: 'invitation', most: 6, between: prose },
  { group: 'short', most: 1, between: prose },
  { group: 'solved-plan', most: 6, between: [' ', '\n'] },
  { group: 'poll-and-survey', most: 5, between: prose },
  { group: 'advice-column', most: 7, between: prose },
  { group: 'office-notes', most: 6, between: ['\n', ' ', '\n- '] },
  { group: 'letters-home', most: 7, between: prose },
]
const languages = [
  'german',
  'french',
  'spanish',
  'italian',
  'portuguese',
  'dutch',
  'polish',
  'turkish',
  'nordic',
  'eastern-european',
  'japanese',
  'chinese',
  'russian',
  'arabic-hebrew-persian',
  'asian-other',
  'latin-and-invented',
]

/** A text that poses none of our planning problems, for the question "which planning problem is this, if any?". */
export function composeNotAProblem(random: RandomSource, choice: PhraseChoice, difficulty: number): ComposedProblem {
  const out = new ProblemText({ book: nonProblemPhrases, random, choice })
  const words = slotWords(random, choice.split)
  const way = random.next()
  if (way < 0.08) writeMash(out, random, difficulty)
  else if (way < 0.28)
    writeGenre({ out, random, words, genre: { group: random.pick(languages), most: 9, between: prose } })
  else writeGenre({ out, random, words, genre: random.pick(genres) })
  if (way > 0.94) {
    out.write(random.pick(['\n', '\n\n']))
    writeGenre({ out, random, words, genre: random.pick(genres) })
  }
  return out.finish('none')
}

function writeGenre(named: { out: ProblemText; random: RandomSource; words: () => Slots; genre: Genre }): void {
  const { out, random, words, genre } = named
  if (genre.head !== undefined && random.chance(0.7)) {
    out.phrase(genre.head, words())
    out.write('\n')
  }
  const between = random.pick(genre.between)
  const count = random.integer(1, genre.most)
  if (/^\n. $/.test(between)) out.write(between.slice(1))
  const used = new Set<string>()
  for (let index = 0; index < count; index++) {
    let template = out.template(genre.group)
    for (let tries = 0; tries < 4 && used.has(template); tries++) template = out.template(genre.group)
    used.add(template)
    if (index > 0) out.write(between)
    out.phraseOf(genre.group, template, words())
  }
}
