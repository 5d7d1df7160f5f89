import type { RandomSource } from '../../base/random.ts'
import phraseFile from '../../domains/calendar/phrases.json' with { type: 'json' }
import { PhraseBook, type PhraseChoice } from '../phrase-book.ts'
import { type ComposedProblem, ProblemText } from '../problem-text.ts'
import { benchmarkForm } from './calendar/benchmark.ts'
import { chat } from './calendar/chat.ts'
import { makeContent, type Wish } from './calendar/content.ts'
import { documentForm, emailForm, proseForm } from './calendar/forms.ts'
import { makeVoice } from './calendar/voice.ts'

/** The wording of the calendar domain. */
export const calendarPhrases = new PhraseBook(phraseFile)

const forms = [
  'prose',
  'prose',
  'prose',
  'email',
  'email',
  'document',
  'document',
  'document',
  'document',
  'chat',
] as const

/** A random calendar problem and its wording, with every fact and the words that state it. */
export function composeCalendar(random: RandomSource, choice: PhraseChoice, difficulty: number): ComposedProblem {
  const plain = random.chance(choice.benchmarkShare)
  const form = plain ? 'benchmark' : random.pick(forms)
  const casual = form === 'chat' || random.chance(0.3)
  const voice = makeVoice(random.fork('voice'), { plain, casual })
  const text = new ProblemText({
    book: calendarPhrases,
    random: random.fork('wording'),
    choice: { ...choice, benchmarkShare: plain ? 1 : 0 },
    noise: voice.noise,
  })
  const withRoles = !plain && form !== 'chat' && random.chance(0.08)
  const roles = withRoles ? random.sample(rolesOf(text), 1) : []
  const speaker = form !== 'benchmark' && form !== 'chat' && random.chance(0.2)
  const content = makeContent(random.fork('content'), {
    split: choice.split,
    difficulty,
    plain,
    speaker,
    roles,
    titles: [text.template('title')],
  })
  const writer = {
    text,
    random,
    voice,
    content,
    said: new Set<Wish>(),
    shown: new Set<string>(),
    strangers: content.strangers,
  }
  if (form === 'benchmark') benchmarkForm(writer)
  else if (form === 'chat') chat(writer)
  else if (form === 'email') emailForm(writer)
  else if (form === 'document') documentForm(writer)
  else proseForm(writer)
  return text.finish('calendar')
}

/** "the client": the article isn't part of the name. */
function rolesOf(text: ProblemText): { name: string; before: string }[] {
  const [article = '', ...name] = text.template('role').split(' ')
  return [{ name: name.join(' '), before: `${article} ` }]
}
