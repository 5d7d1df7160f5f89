import { clause } from './clauses.ts'
import type { Person } from './content.ts'
import { fragment, noConstraint } from './fragments.ts'
import { writeName } from './lists.ts'
import { sayOpening, sayWishes } from './prose.ts'
import { named, several, speaking } from './subject.ts'
import { say, sentence, type Writer } from './writer.ts'

/** A chat: everybody speaks for themselves behind their name. */
export function chat(writer: Writer): void {
  const { content, random, text, voice } = writer
  const clock = random.chance(0.25)
  const [before, after] = random.pick([
    ['', ': '],
    ['', ': '],
    ['<', '> '],
    ['[', '] '],
    ['', ' - '],
    ['**', '**: '],
    ['@', ': '],
  ] as const)
  let minute = random.integer(485, 900)
  const line = (person: Person, body: (at: ReturnType<typeof writeName>) => void) => {
    minute += random.integer(0, 3)
    if (clock)
      text.write(`[${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}] `)
    body(writeName(writer, person, { before, after }))
    text.write('\n')
  }
  const chatter = () => {
    if (random.chance(0.12)) line(random.pick(content.people), () => say(writer, 'chat-small-talk'))
  }
  sayOpening(writer, () => text.write(' '))
  text.write('\n\n')
  for (const person of random.shuffle(content.people)) {
    chatter()
    if (person.constraints.length === 0) {
      line(person, () => noConstraint(writer))
      continue
    }
    const together = random.chance(0.6)
    const statements = person.constraints.map((constraint) => (at: ReturnType<typeof writeName>) => {
      if (random.chance(0.45)) fragment({ writer, person, at }, constraint)
      else sentence(writer, () => clause({ writer, subject: speaking(writer, person, at) }, constraint))
    })
    if (!together) {
      for (const statement of statements) line(person, statement)
      continue
    }
    line(person, (at) =>
      statements.forEach((statement, index) => {
        if (index > 0) text.write(text.endsWith('.!?') ? ' ' : random.pick([', ', '; ', '. ']))
        statement(at)
      }),
    )
  }
  for (const shared of content.shared) {
    const group = shared.people.flatMap((place) => content.people[place] ?? [])
    line(random.pick(group), () =>
      sentence(writer, () => clause({ writer, subject: several(writer, group) }, shared.constraint)),
    )
  }
  chatter()
  text.write(voice.lower ? '\n' : random.pick(['\n', '']))
  const { speaker } = content
  for (const constraint of speaker?.constraints ?? []) {
    if (speaker !== null) sentence(writer, () => clause({ writer, subject: named(writer, speaker) }, constraint))
    text.write(' ')
  }
  sayWishes(writer, () => text.write(' '))
}
