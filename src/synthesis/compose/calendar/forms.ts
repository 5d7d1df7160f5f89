import { heading, headingPerDay, headingPerPerson, linePerPerson, sentencePerPerson, wishLines } from './lists.ts'
import { noteOpening } from './notes.ts'
import { lengthValue } from './opening.ts'
import { sayEveryone, sayOpening, sayWishes, span } from './prose.ts'
import { table } from './table.ts'
import { timeParts } from './times.ts'
import { mere, put, say, type Writer } from './writer.ts'

type Part = (writer: Writer) => void

/** Between two sentences: a blank, or a new line where sentences have no full stop. */
const blank: Part = ({ text, voice }) => {
  if (text.length > 0 && !text.endsWith('\n ')) text.write(voice.stop === '' && !text.endsWith('?!.,:;') ? '\n' : ' ')
}
/** A sentence that has nothing to do with the problem, though it may mention a time. */
const redHerring: Part = (writer) => {
  const { random, voice } = writer
  const from = 540 + 30 * random.integer(0, 16)
  const times = timeParts(writer, { from, to: from + 60 })
  say(writer, 'red-herring', {
    day: { value: null, text: voice.day(random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])) },
    from: times.from ?? mere(''),
    to: times.to ?? mere(''),
    length: lengthValue(writer, random.pick([30, 60, 90, 120])),
  })
}

const chatter =
  (share: number, group = 'small-talk'): Part =>
  (writer) => {
    if (!writer.random.chance(share)) return
    blank(writer)
    say(writer, group, { span: span(writer) })
  }

/** Parts one after the other, each begun on the same line or a new one. */
function write(writer: Writer, parts: readonly Part[], between: Part): void {
  for (const part of parts) {
    const before = writer.text.length
    if (before > 0 && !writer.text.endsWith('\n')) between(writer)
    part(writer)
  }
}

const opening: Part = (writer) => sayOpening(writer, () => blank(writer))
const people: Part = (writer) => sayEveryone(writer, () => blank(writer))
const wishes: Part = (writer) => sayWishes(writer, () => blank(writer))
const request: Part = (writer) => void (writer.random.chance(0.35) && say(writer, 'request'))
const othersFree: Part = (writer) => {
  if (!writer.random.chance(0.12)) return
  blank(writer)
  say(writer, 'everyone-else', { span: span(writer) })
}

/** Flowing text: a paragraph, or a few. */
export function proseForm(writer: Writer): void {
  const { random, text } = writer
  const paragraphs = random.chance(0.3)
  const between: Part = (each) => (paragraphs ? void text.write('\n\n') : blank(each))
  const constraints: Part = (each) => {
    if (each.random.chance(0.12)) {
      say(each, 'schedules-intro', { span: span(each) })
      blank(each)
    }
    people(each)
    othersFree(each)
  }
  const order = random.pick([
    [opening, constraints, wishes, request],
    [opening, constraints, wishes, request],
    [opening, wishes, constraints, request],
    [opening, constraints, wishes, request],
    [constraints, opening, wishes, request],
    [opening, wishes, constraints],
  ])
  if (random.chance(0.08)) say(writer, random.pick(['preamble', 'small-talk']))
  write(
    writer,
    order.flatMap((part) => (random.chance(0.16) ? [part, random.chance(0.3) ? redHerring : chatter(1)] : [part])),
    between,
  )
  text.write(random.pick(['', '', '\n']))
}

/** Greeting, message, closing; perhaps a subject line and a list inside. */
export function emailForm(writer: Writer): void {
  const { random, text, voice } = writer
  if (random.chance(0.3)) {
    put(writer, 'Subject: ')
    const start = text.length
    text.phrase('subject-line')
    if (!voice.lower) text.capitalize(start)
    text.write(random.pick(['\n', '\n\n']))
  }
  const start = text.length
  text.phrase('greeting')
  if (!voice.lower) text.capitalize(start)
  const [reader, signer] = writer.strangers
  if (random.chance(0.3)) text.write(` ${voice.word(reader)}`)
  text.write(random.pick([',\n\n', ',\n', '\n', ', ', '!\n\n', ' - ', ',\n\n']))
  chatter(0.25)(writer)
  const newLine: Part = () => void text.write(random.chance(0.5) ? '\n\n' : '\n')
  const inside = random.chance(0.35) ? listed(writer) : undefined
  const body =
    inside === undefined
      ? [opening, people, chatter(0.15), wishes, chatter(0.1), request]
      : [opening, inside, wishes, request]
  write(writer, body, inside === undefined && random.chance(0.6) ? blank : newLine)
  text.write(text.endsWith('\n') ? '\n' : '\n\n')
  const end = text.length
  text.phrase('closing')
  if (!voice.lower) text.capitalize(end)
  text.write(random.pick([',', '!', '', '.', ',']))
  if (random.chance(0.5)) text.write(random.pick(['\n', '\n', '\n\n', ' - ', '\n- ']) + voice.word(signer))
}

/** One of the list layouts, with its heading or the sentence that leads to it. */
function listed(writer: Writer): Part {
  const { content, random } = writer
  const layouts = [
    linePerPerson,
    linePerPerson,
    sentencePerPerson,
    headingPerPerson,
    table,
    ...(content.days.length > 1 ? [headingPerDay] : []),
  ]
  const layout = random.pick(layouts)
  return (each) => {
    if (layout !== headingPerPerson && layout !== headingPerDay && each.random.chance(0.5)) lead(each)
    layout(each)
  }
}

/** "Busy times:" only where the list under it is of busy times throughout; else a heading that fits everything. */
function lead(writer: Writer): void {
  const { people: persons } = writer.content
  const all = (kinds: readonly string[]) =>
    persons.every((person) => person.constraints.every((each) => kinds.includes(each.kind)))
  const group = all(['busy', 'busy-for', 'leaves', 'arrives', 'away', 'daily'])
    ? 'head-busy'
    : all(['free', 'free-days']) && persons.every((person) => person.constraints.length > 0)
      ? 'head-free'
      : 'schedules-intro'
  heading(writer, group, { span: span(writer) })
}

const wishesLeft = ({ content, said }: Writer) =>
  content.everyone.some((each) => !said.has(each)) || (content.wish !== null && !said.has(content.wish))

/** Notes, lists, tables with headings. */
export function documentForm(writer: Writer): void {
  const { random, text } = writer
  const start: Part = (each) => {
    if (random.chance(0.55)) {
      if (random.chance(0.3)) heading(each, 'head-meeting')
      noteOpening(each)
    } else opening(each)
  }
  const wished: Part = (each) => {
    if (!wishesLeft(each)) return
    if (random.chance(0.5)) heading(each, 'head-wishes')
    if (random.chance(0.5)) wishLines(each)
    else wishes(each)
  }
  const between: Part = () => void text.write(random.chance(0.6) ? '\n\n' : '\n')
  const order = random.chance(0.85)
    ? [start, listed(writer), wished, request]
    : [listed(writer), start, wished, request]
  write(writer, order, between)
}
