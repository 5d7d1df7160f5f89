import type { TextRange } from '../../../planning/segment.ts'
import { clause } from './clauses.ts'
import type { Constraint } from './constraint.ts'
import type { Person } from './content.ts'
import { fragment, fragments, noConstraint } from './fragments.ts'
import { sayPerson, sayWishes } from './prose.ts'
import { named, nameOf, several } from './subject.ts'
import { entryList, whenList } from './times.ts'
import { gap, put, sentence, type Writer } from './writer.ts'

/** "Busy times:", "## Availability" and such on a line of its own. */
export function heading(writer: Writer, group: string, slots = {}): void {
  writer.shown.add(group)
  const { random, text, voice } = writer
  const [before, after] = random.pick([
    ['', ':'],
    ['', ':'],
    ['', ':'],
    ['## ', ''],
    ['### ', ''],
    ['**', ':**'],
    ['# ', ''],
    ['*', ':*'],
  ] as const)
  text.write(before)
  const start = text.length
  text.phrase(group, slots)
  if (!voice.lower) text.capitalize(start)
  text.write(text.endsWith(':') ? '\n' : `${after}\n`)
}

const bullets = ['- ', '- ', '* ', '• ', '', '– ', '  - ', '-> ']

/** Writes a name and says where it stands. */
export function writeName(writer: Writer, person: Person, around = { before: '', after: '' }): TextRange {
  const { before: article, text: name } = nameOf(writer, person)
  writer.text.write(around.before)
  if (article !== undefined && article !== '') writer.text.write(article)
  const at = writer.text.writeRange(name ?? '')
  writer.text.write(around.after)
  return at
}

const everybody = ({ content }: Writer) => (content.speaker === null ? content.people : [...content.people])

/** A line a person, the name first: "- Ana: 9-10, 2-3; not before 10". */
export function linePerPerson(writer: Writer): void {
  const { random } = writer
  const bullet = random.pick(bullets)
  const mark = random.pick([': ', ': ', ': ', ' - ', ' – ', ' -> ', ' = ', ': '])
  const stars = random.chance(0.1) ? '**' : ''
  const separator = random.pick(['; ', '; ', ', ', '. ', ' / '])
  for (const person of everybody(writer)) {
    const at = writeName(writer, person, { before: bullet + stars, after: stars + mark })
    fragments({ writer, person, at }, separator)
    writer.text.write('\n')
  }
  sharedAndSpeaker(writer, bullet)
}

/** A line a person, whole sentences. */
export function sentencePerPerson(writer: Writer): void {
  const { random, text } = writer
  const numbered = random.chance(0.2)
  const bullet = random.pick(bullets)
  everybody(writer).forEach((person, index) => {
    text.write(numbered ? `${index + 1}. ` : bullet)
    sayPerson(writer, person, () => gap(writer))
    text.write('\n')
  })
  sharedAndSpeaker(writer, bullet)
}

function sharedAndSpeaker(writer: Writer, bullet: string): void {
  const { content, text } = writer
  const { speaker } = content
  if (speaker !== null && speaker.constraints.length > 0) {
    text.write(bullet)
    sayPerson(writer, speaker, () => gap(writer))
    text.write('\n')
  }
  for (const shared of content.shared) {
    const group = shared.people.flatMap((place) => content.people[place] ?? [])
    text.write(bullet)
    sentence(writer, () => clause({ writer, subject: several(writer, group) }, shared.constraint))
    text.write('\n')
  }
}

/** The name as a heading, a line an entry. */
export function headingPerPerson(writer: Writer): void {
  const { random, text } = writer
  const [before, after] = random.pick([
    ['', ':'],
    ['', ':'],
    ['### ', ''],
    ['## ', ''],
    ['**', ':**'],
    ['- ', ':'],
  ] as const)
  const bullet = random.pick(before === '- ' ? ['  - ', '    * '] : ['- ', '  - ', '* ', '', '  '])
  const gap = random.chance(0.4) ? '\n' : ''
  for (const person of everybody(writer)) {
    const at = writeName(writer, person, { before, after: `${after}\n` })
    if (person.constraints.length === 0) {
      text.write(bullet)
      noConstraint(writer)
      text.write('\n')
    }
    for (const constraint of person.constraints.flatMap(oneByOne)) {
      text.write(bullet)
      fragment({ writer, person, at }, constraint)
      text.write('\n')
    }
    text.write(gap)
  }
  sharedAndSpeaker(writer, bullet)
}

/** Each entry of a calendar by itself. */
function oneByOne(constraint: Constraint): Constraint[] {
  if (constraint.kind !== 'busy' && constraint.kind !== 'free') return [constraint]
  return constraint.days.map((each) => ({ kind: constraint.kind, days: [each] }))
}

/** The day as a heading, a line a person under it; what is about no single day comes after. */
export function headingPerDay(writer: Writer): void {
  const { content, random, text, voice } = writer
  const [before, after] = random.pick([
    ['', ':'],
    ['', ':'],
    ['### ', ''],
    ['**', ':**'],
    ['## ', ''],
  ] as const)
  const bullet = random.pick(['- ', '* ', '', '  '])
  const line = random.chance(0.5)
  const told = new Set<Constraint>()
  for (const day of content.days) {
    text.write(before)
    const dayAt = text.writeRange(voice.day(day))
    text.write(`${after}\n`)
    let lines = 0
    for (const person of content.people) {
      for (const constraint of person.constraints) {
        if (constraint.kind !== 'busy') continue
        told.add(constraint)
        const own = constraint.days.filter((each) => (each.day ?? day) === day).map((each) => ({ ...each, day }))
        if (own.length === 0) continue
        lines += 1
        text.write(bullet)
        const when = {
          separators: [
            [', ', ', '],
            [', ', ' and '],
          ] as const,
          dayAt,
        }
        if (line) text.phrase('busy-line', { who: nameOf(writer, person), slots: entryList(writer, own, when) })
        else
          sentence(writer, () =>
            text.phrase('busy', { ...named(writer, person).slots, when: whenList(writer, own, when) }),
          )
        text.write('\n')
      }
    }
    if (lines === 0) {
      text.write(bullet)
      noConstraint(writer)
      text.write('\n')
    }
  }
  const rest = content.people.filter((person) => person.constraints.some((each) => !told.has(each)))
  if (rest.length > 0 || content.shared.length > 0) {
    text.write('\n')
    heading(writer, 'head-wishes')
  }
  for (const person of rest) {
    text.write(bullet)
    sayPerson(writer, { ...person, constraints: person.constraints.filter((each) => !told.has(each)) }, () =>
      put(writer, ' '),
    )
    text.write('\n')
  }
  sharedAndSpeaker(writer, bullet)
}

/** Wishes for everyone, a line each. */
export function wishLines(writer: Writer): void {
  const bullet = writer.random.pick(bullets)
  writer.text.write(bullet)
  sayWishes(writer, () => writer.text.write(`\n${bullet}`))
  writer.text.write('\n')
}
